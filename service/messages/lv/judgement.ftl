# Ko stāsta par komiteju: riski, ko darīt tālāk un kāpēc skaitlis ir tāds.
others = { $count ->
    [zero] vēl { $count } cilvēku
    [one] vēl { $count } cilvēks
   *[other] vēl { $count } cilvēki
}

# Riski
risk-NO_DECIDER = Nav zināms, kas lemj.
risk-NO_APPROVER = Nav zināms, kas saka pēdējo vārdu.
risk-ROLE_MISSING = { $count ->
    [one] Posmam vajag { $count } lomu, ko neviens nepilda: { $roles }.
   *[other] Posmam vajag { $count } lomas, ko neviens nepilda: { $roles }.
}
risk-ROLE_UNENGAGED = { $count ->
    [one] Neviens šīs lomas pildītājs nav bijis saziņā ar mums { $window } dienas: { $roles } ({ $names }).
   *[other] Neviens šo lomu pildītājs nav bijis saziņā ar mums { $window } dienas: { $roles } ({ $names }).
}
risk-SINGLE_THREADED = { $count ->
    [0] Šajā komitejā mums nav nevienas dzīvas saiknes.
   *[other] Viss atkarīgs no viena cilvēka: mūsu vienīgā dzīvā saikne ir { $names }.
}
risk-NO_CHAMPION = Neviens komitejā nav mūsu aizstāvis.
risk-CHAMPION_GONE_COLD = { $count ->
    [one] Mūsu aizstāvis nav bijis saziņā vairāk nekā { $limit } dienas: { $names }.
   *[other] Mūsu aizstāvji nav bijuši saziņā vairāk nekā { $limit } dienas: { $names }.
}
risk-CHAMPION_WITHOUT_INFLUENCE = { $count ->
    [one] Mūsu aizstāvim ir maza ietekme, { $value } no 10: { $names }.
   *[other] Mūsu aizstāvjiem ir maza ietekme, augstākais { $value } no 10: { $names }.
}
risk-RIVAL_CHAMPION = { $count ->
    [one] { $count } galvenais spēlētājs atbalsta konkurentu: { $names } ({ $competitors }).
   *[other] { $count } galvenie spēlētāji atbalsta konkurentu: { $names } ({ $competitors }).
}
risk-BLOCKER_NEAR_DECIDER = { $against ->
    [0] { $percent } % no tā, kas ietekmē lēmēju ({ $deciders }), nāk no mūsu pretiniekiem.
   *[other] { $percent } % no tā, kas ietekmē lēmēju ({ $deciders }), nāk no mūsu pretiniekiem: { $blockers }.
}
risk-KEY_PLAYERS_AGAINST = Tikai { $percent } % galveno spēlētāju ir par mums. Vēl nav iegūti: { $names }.
risk-NO_CONSENSUS = Galvenie spēlētāji par mums ir sašķelti: { $names }.
risk-BLIND_SPOT = { $count ->
    [one] Neviens no { $count } dalībnieka nav zināms kā mūsu pretinieks. Parasti kāds ir.
   *[other] Neviens no { $count } dalībniekiem nav zināms kā mūsu pretinieks. Parasti kāds ir.
}
risk-GATEKEEPER_ONLY_WAY = Katrs labs ceļš pie šiem cilvēkiem ved caur vārtsargu: { $names }.
risk-DECIDER_OUT_OF_REACH = { $count ->
    [one] Neviens ceļš no mums neved pie lēmēja: { $names }.
   *[other] Neviens ceļš no mums neved pie lēmējiem: { $names }.
}
risk-STALE_MAP = Tikai { $percent } % dalībnieku { $window } dienās ir vērtēti vai uzrunāti. Par pārējiem zinām senas lietas: { $names }.
risk-GUESSWORK = Tikai { $percent } % lomu ir apstiprinātas. Pieņemtas: { $roles } ({ $names }).
risk-AWARENESS_LAGS = { $count ->
    [one] { $count } svarīgs cilvēks zina mazāk, nekā šim posmam vajag: { $names }.
   *[other] { $count } svarīgi cilvēki zina mazāk, nekā šim posmam vajag: { $names }.
}
risk-AHEAD_OF_BUYER = { $gap ->
    [one] Mūsu pārdošana ir { $gap } posmu priekšā klientam jau { $days } dienas.
   *[other] Mūsu pārdošana ir { $gap } posmus priekšā klientam jau { $days } dienas.
}
risk-OVERDUE = { $days ->
    [one] Klients šajā posmā ir { $days } dienu; veselīgi ir ne vairāk kā { $limit }.
   *[other] Klients šajā posmā ir { $days } dienas; veselīgi ir ne vairāk kā { $limit }.
}
risk-MEMBER_LEFT = { $count ->
    [one] { $count } dalībnieks ir pametis amatu: { $names }.
   *[other] { $count } dalībnieki ir pametuši amatus: { $names }.
}
risk-UNANSWERED_OBJECTION = { $objection ->
    [QUESTION] Jautājums gaida atbildi { $days } dienas: { $raiser }.
    [COMPLAINT] Sūdzība gaida atbildi { $days } dienas: { $raiser }.
   *[OBJECTION] Iebildums gaida atbildi { $days } dienas: { $raiser }.
}{ $count ->
    [1] {""}
   *[other] {" "}Kopā atbildi gaida { $count }.
}

# Ko darīt tālāk, un kāpēc, ja aiz tā nav riska
action-FIND_ROLE = Noskaidrojiet, kas pilda šo lomu: { $roles }
action-REPLACE_LEAVER = Noskaidrojiet, kas nāk vietā: { $names }
action-ENGAGE_ROLE = { $behind ->
    [SINGLE_THREADED] Veidojiet vairāk saikņu komitejā
    [DECIDER_OUT_OF_REACH] Atrodiet ceļu pie šī cilvēka: { $names }
    [GATEKEEPER_ONLY_WAY] Atrodiet ceļu, kas neved caur vārtsargu: { $names }
   *[other] Sazinieties ar vairākiem šīs lomas pildītājiem: { $roles }
}
action-TALK_TO_CHAMPION = { $behind ->
    [NO_CHAMPION] Iegūstiet aizstāvi
   *[other] Parunājiet ar aizstāvi: { $names }
}
action-RAISE_AWARENESS = Palīdziet nonākt tur, kur posmam vajag: { $names }
action-REALIGN = Paņemiet klientu līdzi, pirms ejat tālāk
action-UNBLOCK_PHASE = Noskaidrojiet, kas klientu tur šajā posmā
action-ANSWER_OBJECTION = { $objection ->
    [QUESTION] Atbildiet uz jautājumu: { $names }
    [COMPLAINT] Nokārtojiet sūdzību: { $names }
   *[OBJECTION] Atbildiet uz iebildumu: { $names }
}
action-CONFIRM_MAP = Pārbaudiet ar klientu, vai mūsu karte ir pareiza
action-MEET_NEED = Apmieriniet vajadzību: { $names }
action-EVALUATE_PURCHASE = Jautājiet klientam, kā izdevās pirkums
action-PROPOSE_NEXT = Piedāvājiet, kas nāk tālāk
reason-FIND_ROLE = Šis posms gaida kādu šajā lomā, bet neviens nav zināms: { $roles }.
reason-ENGAGE_ROLE = Saziņā ar mums ir { $engaged } no { $goal } vajadzīgajiem šīs lomas pildītājiem: { $roles }.
reason-RAISE_AWARENESS = Zina mazāk, nekā šim posmam vajag: { $names }.
reason-ANSWER_OBJECTION = { $objection ->
    [QUESTION] Atvērts jautājums: “{ $text }”
    [COMPLAINT] Atvērta sūdzība: “{ $text }”
   *[OBJECTION] Atvērts iebildums: “{ $text }”
}
reason-MEET_NEED = { $need ->
    [GOAL] Atvērts mērķis: “{ $text }”
    [PAIN_POINT] Atvērts sāpju punkts: “{ $text }”
    [PREFERENCE] Atvērta vēlme: “{ $text }”
   *[REQUIREMENT] Atvērta prasība: “{ $text }”
}
reason-EVALUATE_PURCHASE = Piegādāts pirms 30 vai vairāk dienām, un neviens pirkumu vēl nav novērtējis.
reason-PROPOSE_NEXT = Klients grib turpināt, un neviens darījums neturpina šo.
advice = Kas palīdz šajā posmā: { $advice }

# Kāpēc skaitlis ir tāds
why-completeness = { $count ->
    [0] Katru vajadzīgo lomu kāds pilda.
   *[other] Pēc svara pildīti { $percent } % vajadzīgo lomu ({ $part } no { $whole }). Trūkst: { $roles }.
}
why-completeness-unknown = Procesam nevajag nevienu lomu.
why-completeness_unweighted = { $count ->
    [0] Katru vajadzīgo lomu kāds pilda.
   *[other] Pildītas { $part } no { $whole } vajadzīgajām lomām. Trūkst: { $roles }.
}
why-completeness_unweighted-unknown = Procesam nevajag nevienu lomu.
why-goal_attainment = { $count ->
    [0] Katrā lomā saziņā ar mums ir tik, cik vajag.
   *[other] Saziņā ar mums ir { $part } no { $whole } vajadzīgajiem. Par maz: { $roles }.
}
why-goal_attainment-unknown = Process negaida nevienu lomu.
why-phase_fit = { $count ->
    [0] Katrā posmam vajadzīgajā lomā kāds ir saziņā ar mums.
   *[other] { $part } no { $whole } posmam vajadzīgajām lomām kāds ir saziņā ar mums. Trūkst: { $roles }.
}
why-phase_fit-unknown = Posmam nevajag nevienu lomu.
why-confirmed_share = { $count ->
    [0] Visas lomas ir apstiprinātas.
   *[other] Apstiprinātas { $part } no { $whole } lomām. Pieņemtas: { $roles } ({ $names }).
}
why-confirmed_share-unknown = Neviens nepilda lomu.
why-freshness = { $count ->
    [0] Visi ir vērtēti vai uzrunāti { $window } dienās.
   *[other] { $window } dienās vērtēti vai uzrunāti { $part } no { $whole } dalībniekiem. Pārējie: { $names }.
}
why-freshness-unknown = Komitejā neviena nav.
why-threads = { $count ->
    [0] Ne ar vienu mūsu saikne nav stiprāka par { $limit } no 100.
    [one] Ar { $count } dalībnieku mūsu saikne ir stiprāka par { $limit } no 100: { $names }.
   *[other] Ar { $count } dalībniekiem mūsu saikne ir stiprāka par { $limit } no 100: { $names }.
}
why-thread_roles = { $count ->
    [0] Neviens, ar ko mums ir dzīva saikne, nepilda lomu.
    [one] Tie, ar ko mums ir dzīva saikne, pilda { $count } lomu: { $roles }.
   *[other] Tie, ar ko mums ir dzīva saikne, pilda { $count } lomas: { $roles }.
}
why-thread_branches = { $count ->
    [0] Neviena mūsu dzīvā saikne nav zināmā pakļautības līnijā.
    [one] Mūsu dzīvās saiknes ir { $count } pakļautības līnijā: { $names }.
   *[other] Mūsu dzīvās saiknes ir { $count } pakļautības līnijās: { $names }.
}
why-acquaintance_gap = { $count ->
    [0] Visus pazīstam tik labi, cik gribam.
    [one] { $count } dalībnieku pazīstam vājāk, nekā gribam: { $names }.
   *[other] { $count } dalībniekus pazīstam vājāk, nekā gribam: { $names }.
}
why-support = { $count ->
    [0] Pēc ietekmes svērtās nostājas dod { $part } no { $whole }. Neviens, kura ietekmi zinām, nav pret mums.
   *[other] Pēc ietekmes svērtās nostājas dod { $part } no { $whole }. Pret mums: { $names }.
}
why-support-unknown = Nevienam nav zināma gan nostāja, gan ietekme.
why-unknown_influence_share = { $count ->
    [0] Zināma katra ietekmīgā nostāja.
   *[other] { $percent } % ietekmes ir dalībniekiem ar nezināmu nostāju: { $names }.
}
why-unknown_influence_share-unknown = Neviena ietekme nav zināma.
why-key_player_majority = { $count ->
    [0] Visi galvenie spēlētāji ir par mums.
   *[other] Par mums ir { $part } no { $whole } galvenajiem spēlētājiem. Vēl nav iegūti: { $names }.
}
why-key_player_majority-unknown = Nav galveno spēlētāju.
why-consensus = Cik vienprātīgi šie galvenie spēlētāji ir par mums, no 0 līdz 100 %: { $percent } % ({ $names }).
why-consensus-unknown = Nostāja zināma mazāk nekā diviem galvenajiem spēlētājiem.
why-champion_margin = { $whole ->
    [0] Stiprākā aizstāvja ietekme ir { $part }, un neviens, kura ietekmi zinām, nav pret mums: { $names }.
   *[other] Stiprākā aizstāvja ietekme ir { $part }, stiprākā pretinieka { $whole }: { $names }.
}
why-champion_margin-unknown = Nav aizstāvja ar zināmu ietekmi.
why-blocker_exposure = { $percent } % no tā, kas ietekmē lēmēju, nāk no mūsu pretiniekiem: { $names }.
why-blocker_exposure-unknown = Nav zināms, ka kāds ar zināmu nostāju un ietekmi ietekmētu lēmēju.
why-blind_spot = { $count ->
    [0] Neviens nav zināms kā mūsu pretinieks.
    [one] { $count } dalībnieks ir pret mums: { $names }.
   *[other] { $count } dalībnieki ir pret mums: { $names }.
}
why-levels = { $count ->
    [one] Piedalās { $count } hierarhijas līmenis.
   *[other] Piedalās { $count } hierarhijas līmeņi.
}
why-departments = { $count ->
    [one] Piedalās { $count } nodaļa.
   *[other] Piedalās { $count } nodaļas.
}
why-people = { $count ->
    [one] Piedalās { $count } cilvēks.
   *[other] Piedalās { $count } cilvēki.
}
why-density = Zināmas { $part } no { $whole } iespējamām saitēm starp viņiem.
why-density-unknown = Piedalās mazāk nekā divi cilvēki.
