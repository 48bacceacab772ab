# Co mówi się o komitecie: ryzyka, co zrobić dalej i dlaczego liczba jest taka, jaka jest.
others = { $count ->
    [one] jeszcze jedna osoba
    [few] jeszcze { $count } osoby
   *[other] jeszcze { $count } osób
}

# Ryzyka
risk-NO_DECIDER = Nie wiadomo, kto decyduje.
risk-NO_APPROVER = Nie wiadomo, kto ma ostatnie słowo.
risk-ROLE_MISSING = { $count ->
    [one] Faza wymaga roli, której nikt nie pełni: { $roles }.
    [few] Faza wymaga { $count } ról, których nikt nie pełni: { $roles }.
   *[other] Faza wymaga { $count } ról, których nikt nie pełni: { $roles }.
}
risk-ROLE_UNENGAGED = { $count ->
    [one] Nikt w tej roli nie miał z nami kontaktu od { $window } dni: { $roles } ({ $names }).
   *[other] Nikt w tych rolach nie miał z nami kontaktu od { $window } dni: { $roles } ({ $names }).
}
risk-SINGLE_THREADED = { $count ->
    [0] W tym komitecie nie mamy żadnej żywej relacji.
   *[other] Wszystko zależy od jednej osoby: jedyna nasza żywa relacja to { $names }.
}
risk-NO_CHAMPION = Nikt w komitecie nie jest naszym orędownikiem.
risk-CHAMPION_GONE_COLD = { $count ->
    [one] Nasz orędownik nie miał z nami kontaktu od ponad { $limit } dni: { $names }.
   *[other] Nasi orędownicy nie mieli z nami kontaktu od ponad { $limit } dni: { $names }.
}
risk-CHAMPION_WITHOUT_INFLUENCE = { $count ->
    [one] Nasz orędownik ma mały wpływ, { $value } z 10: { $names }.
   *[other] Nasi orędownicy mają mały wpływ, najwyżej { $value } z 10: { $names }.
}
risk-RIVAL_CHAMPION = { $count ->
    [one] Kluczowa osoba sprzyja konkurentowi: { $names } ({ $competitors }).
    [few] { $count } kluczowe osoby sprzyjają konkurentowi: { $names } ({ $competitors }).
   *[other] { $count } kluczowych osób sprzyja konkurentowi: { $names } ({ $competitors }).
}
risk-BLOCKER_NEAR_DECIDER = { $against ->
    [0] { $percent }% wpływu, jakiemu podlega decydent ({ $deciders }), pochodzi od osób przeciwnych nam.
   *[other] { $percent }% wpływu, jakiemu podlega decydent ({ $deciders }), pochodzi od osób przeciwnych nam: { $blockers }.
}
risk-KEY_PLAYERS_AGAINST = Tylko { $percent }% kluczowych osób jest za nami. Jeszcze nieprzekonani: { $names }.
risk-NO_CONSENSUS = Kluczowe osoby są w naszej sprawie podzielone: { $names }.
risk-BLIND_SPOT = { $count ->
    [one] O jedynym członku nie wiadomo, by był przeciw nam. Zwykle ktoś jest.
    [few] O żadnym z { $count } członków nie wiadomo, by był przeciw nam. Zwykle ktoś jest.
   *[other] O żadnym z { $count } członków nie wiadomo, by był przeciw nam. Zwykle ktoś jest.
}
risk-GATEKEEPER_ONLY_WAY = Każda dobra droga do tych osób prowadzi przez strażnika dostępu: { $names }.
risk-DECIDER_OUT_OF_REACH = { $count ->
    [one] Żadna droga nie prowadzi od nas do decydenta: { $names }.
   *[other] Żadna droga nie prowadzi od nas do decydentów: { $names }.
}
risk-STALE_MAP = Tylko { $percent }% członków oceniono lub z nimi rozmawiano w ciągu { $window } dni. O pozostałych wiemy dawne rzeczy: { $names }.
risk-GUESSWORK = Tylko { $percent }% ról jest potwierdzonych. Przypuszczane: { $roles } ({ $names }).
risk-AWARENESS_LAGS = { $count ->
    [one] Ważna osoba jest mniej świadoma, niż wymaga ta faza: { $names }.
    [few] { $count } ważne osoby są mniej świadome, niż wymaga ta faza: { $names }.
   *[other] { $count } ważnych osób jest mniej świadomych, niż wymaga ta faza: { $names }.
}
risk-AHEAD_OF_BUYER = { $gap ->
    [one] Nasza sprzedaż wyprzedza klienta o jedną fazę od { $days } dni.
    [few] Nasza sprzedaż wyprzedza klienta o { $gap } fazy od { $days } dni.
   *[other] Nasza sprzedaż wyprzedza klienta o { $gap } faz od { $days } dni.
}
risk-OVERDUE = { $days ->
    [one] Klient jest w tej fazie jeden dzień; zdrowo jest najwyżej { $limit }.
   *[other] Klient jest w tej fazie { $days } dni; zdrowo jest najwyżej { $limit }.
}
risk-MEMBER_LEFT = { $count ->
    [one] Ktoś z komitetu opuścił swoje stanowisko: { $names }.
    [few] { $count } osoby z komitetu opuściły swoje stanowiska: { $names }.
   *[other] { $count } osób z komitetu opuściło swoje stanowiska: { $names }.
}
risk-UNANSWERED_OBJECTION = { $objection ->
    [QUESTION] Pytanie czeka na odpowiedź od { $days } dni: { $raiser }.
    [COMPLAINT] Reklamacja czeka na odpowiedź od { $days } dni: { $raiser }.
   *[OBJECTION] Zastrzeżenie czeka na odpowiedź od { $days } dni: { $raiser }.
}{ $count ->
    [1] {""}
    [few] {" "}W sumie na odpowiedź czekają { $count } sprawy.
   *[other] {" "}W sumie na odpowiedź czeka { $count } spraw.
}

# Co zrobić dalej, i dlaczego, gdy nie stoi za tym ryzyko
action-FIND_ROLE = Dowiedz się, kto pełni tę rolę: { $roles }
action-REPLACE_LEAVER = Dowiedz się, kto zastąpi tę osobę: { $names }
action-ENGAGE_ROLE = { $behind ->
    [SINGLE_THREADED] Zbuduj więcej relacji w komitecie
    [DECIDER_OUT_OF_REACH] Znajdź drogę do tej osoby: { $names }
    [GATEKEEPER_ONLY_WAY] Znajdź drogę z pominięciem strażnika dostępu: { $names }
   *[other] Nawiąż kontakt z większą liczbą osób w tej roli: { $roles }
}
action-TALK_TO_CHAMPION = { $behind ->
    [NO_CHAMPION] Zdobądź orędownika
   *[other] Porozmawiaj z orędownikiem: { $names }
}
action-RAISE_AWARENESS = Pomóż dojść tam, gdzie wymaga ta faza: { $names }
action-REALIGN = Zabierz klienta ze sobą, zanim pójdziesz dalej
action-UNBLOCK_PHASE = Dowiedz się, co zatrzymuje klienta w tej fazie
action-ANSWER_OBJECTION = { $objection ->
    [QUESTION] Odpowiedz na pytanie: { $names }
    [COMPLAINT] Załatw reklamację: { $names }
   *[OBJECTION] Odpowiedz na zastrzeżenie: { $names }
}
action-CONFIRM_MAP = Sprawdź z klientem, czy nasza mapa się zgadza
action-MEET_NEED = Zaspokój potrzebę: { $names }
action-EVALUATE_PURCHASE = Zapytaj klienta, jak wypadł zakup
action-PROPOSE_NEXT = Zaproponuj, co dalej
reason-FIND_ROLE = Ta faza oczekuje kogoś w tej roli, a nikt nie jest znany: { $roles }.
reason-ENGAGE_ROLE = { $engaged } z { $goal } potrzebnych osób w tej roli ma z nami kontakt: { $roles }.
reason-RAISE_AWARENESS = Mniej świadomi, niż wymaga ta faza: { $names }.
reason-ANSWER_OBJECTION = { $objection ->
    [QUESTION] Otwarte pytanie: „{ $text }”
    [COMPLAINT] Otwarta reklamacja: „{ $text }”
   *[OBJECTION] Otwarte zastrzeżenie: „{ $text }”
}
reason-MEET_NEED = { $need ->
    [GOAL] Otwarty cel: „{ $text }”
    [PAIN_POINT] Otwarta bolączka: „{ $text }”
    [PREFERENCE] Otwarte upodobanie: „{ $text }”
   *[REQUIREMENT] Otwarte wymaganie: „{ $text }”
}
reason-EVALUATE_PURCHASE = Dostarczono 30 lub więcej dni temu, a nikt jeszcze nie ocenił zakupu.
reason-PROPOSE_NEXT = Klient chce iść dalej, a żadna sprawa nie kontynuuje tej.
advice = Co pomaga w tej fazie: { $advice }

# Dlaczego liczba jest taka, jaka jest
why-completeness = { $count ->
    [0] Każdą wymaganą rolę ktoś pełni.
   *[other] Według wag pełnione jest { $percent }% wymaganych ról ({ $part } z { $whole }). Brakuje: { $roles }.
}
why-completeness-unknown = Proces nie wymaga żadnej roli.
why-completeness_unweighted = { $count ->
    [0] Każdą wymaganą rolę ktoś pełni.
   *[other] Pełnionych jest { $part } z { $whole } wymaganych ról. Brakuje: { $roles }.
}
why-completeness_unweighted-unknown = Proces nie wymaga żadnej roli.
why-goal_attainment = { $count ->
    [0] W każdej roli tyle osób, ile trzeba, ma z nami kontakt.
   *[other] { $part } z { $whole } potrzebnych osób ma z nami kontakt. Za mało w: { $roles }.
}
why-goal_attainment-unknown = Proces nie oczekuje żadnej roli.
why-phase_fit = { $count ->
    [0] W każdej roli wymaganej przez fazę ktoś ma z nami kontakt.
   *[other] W { $part } z { $whole } ról wymaganych przez fazę ktoś ma z nami kontakt. Brakuje: { $roles }.
}
why-phase_fit-unknown = Faza nie wymaga żadnej roli.
why-confirmed_share = { $count ->
    [0] Wszystkie role są potwierdzone.
   *[other] Potwierdzonych jest { $part } z { $whole } ról. Przypuszczane: { $roles } ({ $names }).
}
why-confirmed_share-unknown = Nikt nie pełni żadnej roli.
why-freshness = { $count ->
    [0] Wszystkich oceniono lub z nimi rozmawiano w ciągu { $window } dni.
   *[other] W ciągu { $window } dni oceniono lub rozmawiano z { $part } z { $whole } członków. Pozostali: { $names }.
}
why-freshness-unknown = Nikt nie zasiada w komitecie.
why-threads = { $count ->
    [0] Z nikim nasza relacja nie jest silniejsza niż { $limit } na 100.
    [one] Z jedną osobą nasza relacja jest silniejsza niż { $limit } na 100: { $names }.
    [few] Z { $count } osobami nasza relacja jest silniejsza niż { $limit } na 100: { $names }.
   *[other] Z { $count } osobami nasza relacja jest silniejsza niż { $limit } na 100: { $names }.
}
why-thread_roles = { $count ->
    [0] Nikt, z kim mamy żywą relację, nie pełni roli.
    [one] Osoby, z którymi mamy żywą relację, pełnią jedną rolę: { $roles }.
    [few] Osoby, z którymi mamy żywą relację, pełnią { $count } role: { $roles }.
   *[other] Osoby, z którymi mamy żywą relację, pełnią { $count } ról: { $roles }.
}
why-thread_branches = { $count ->
    [0] Żadna nasza żywa relacja nie leży w znanej linii podległości.
    [one] Nasze żywe relacje leżą w jednej linii podległości: { $names }.
    [few] Nasze żywe relacje leżą w { $count } liniach podległości: { $names }.
   *[other] Nasze żywe relacje leżą w { $count } liniach podległości: { $names }.
}
why-acquaintance_gap = { $count ->
    [0] Wszystkich znamy tak dobrze, jak chcemy.
    [one] Jedną osobę znamy słabiej, niż chcemy: { $names }.
    [few] { $count } osoby znamy słabiej, niż chcemy: { $names }.
   *[other] { $count } osób znamy słabiej, niż chcemy: { $names }.
}
why-support = { $count ->
    [0] Ważone wpływem stanowiska dają { $part } z { $whole }. Nikt, czyj wpływ znamy, nie jest przeciw nam.
   *[other] Ważone wpływem stanowiska dają { $part } z { $whole }. Przeciw nam: { $names }.
}
why-support-unknown = O nikim nie znamy i stanowiska, i wpływu.
why-unknown_influence_share = { $count ->
    [0] Znamy stanowisko każdego, kto ma wpływ.
   *[other] { $percent }% wpływu mają członkowie o nieznanym stanowisku: { $names }.
}
why-unknown_influence_share-unknown = Niczyj wpływ nie jest znany.
why-key_player_majority = { $count ->
    [0] Wszystkie kluczowe osoby są za nami.
   *[other] { $part } z { $whole } kluczowych osób jest za nami. Jeszcze nieprzekonani: { $names }.
}
why-key_player_majority-unknown = Nie ma kluczowych osób.
why-consensus = Na ile te kluczowe osoby są w naszej sprawie zgodne, od 0 do 100%: { $percent }% ({ $names }).
why-consensus-unknown = Znamy stanowisko mniej niż dwóch kluczowych osób.
why-champion_margin = { $whole ->
    [0] Najmocniejszy orędownik ma wpływ { $part }, a nikt, czyj wpływ znamy, nie jest przeciw nam: { $names }.
   *[other] Najmocniejszy orędownik ma wpływ { $part }, najmocniejszy przeciwnik { $whole }: { $names }.
}
why-champion_margin-unknown = Nie ma orędownika o znanym wpływie.
why-blocker_exposure = { $percent }% wpływu na decydenta pochodzi od osób przeciwnych nam: { $names }.
why-blocker_exposure-unknown = Nie wiadomo, by ktoś o znanym stanowisku i wpływie oddziaływał na decydenta.
why-blind_spot = { $count ->
    [0] O nikim nie wiadomo, by był przeciw nam.
    [one] Jedna osoba jest przeciw nam: { $names }.
    [few] { $count } osoby są przeciw nam: { $names }.
   *[other] { $count } osób jest przeciw nam: { $names }.
}
why-levels = { $count ->
    [one] Udział bierze jeden szczebel hierarchii.
    [few] Udział biorą { $count } szczeble hierarchii.
   *[other] Udział bierze { $count } szczebli hierarchii.
}
why-departments = { $count ->
    [one] Udział bierze jeden dział.
    [few] Udział biorą { $count } działy.
   *[other] Udział bierze { $count } działów.
}
why-people = { $count ->
    [one] Udział bierze jedna osoba.
    [few] Udział biorą { $count } osoby.
   *[other] Udział bierze { $count } osób.
}
why-density = Znanych jest { $part } z { $whole } możliwych więzi między nimi.
why-density-unknown = Udział bierze mniej niż dwoje ludzi.
