# What the words of the vocabularies are called, and what each means.

# Role
role-USER = Użytkownik
term-Role-USER = { role-USER }
    .told = Będzie używać produktu.
role-INFLUENCER = Doradca
term-Role-INFLUENCER = { role-INFLUENCER }
    .told = Wpływa na decyzję, z wewnątrz lub z zewnątrz.
role-DECIDER = Decydent
term-Role-DECIDER = { role-DECIDER }
    .told = Zbiera opinie i podejmuje decyzję.
role-APPROVER = Zatwierdzający
term-Role-APPROVER = { role-APPROVER }
    .told = Ma ostatnie słowo, często jako właściciel budżetu.
role-BUYER = Kupujący
term-Role-BUYER = { role-BUYER }
    .told = Składa zamówienia i prowadzi rozmowy z dostawcami.
role-GATEKEEPER = Strażnik dostępu
term-Role-GATEKEEPER = { role-GATEKEEPER }
    .told = Decyduje, kto dotrze do innych.

# Stance
term-Stance-CHAMPION = Orędownik
    .told = Walczy o nas.
term-Stance-SUPPORTER = Zwolennik
    .told = Jest za nami.
term-Stance-NEUTRAL = Neutralny
    .told = Nie jest ani za, ani przeciw.
term-Stance-SCEPTIC = Sceptyk
    .told = Ma wątpliwości.
term-Stance-BLOCKER = Przeciwnik
    .told = Działa przeciwko nam.

# Access
term-Access-NONE = Brak
    .told = Nie mamy dostępu.
term-Access-INTRODUCED = Przedstawieni
    .told = Zostaliśmy przedstawieni.
term-Access-IN_CONTACT = W kontakcie
    .told = Mamy kontakt.
term-Access-REGULAR = Regularny
    .told = Rozmawiamy regularnie.
term-Access-DEEP = Głęboki
    .told = Cieszymy się zaufaniem.

# Awareness
term-Awareness-UNAWARE = Nieświadomość
    .told = Nie zna potrzeby ani oferty.
term-Awareness-AWARENESS = Świadomość
    .told = Wie o tym.
term-Awareness-INTEREST = Zainteresowanie
    .told = Chce wiedzieć więcej.
term-Awareness-CONVICTION = Przekonanie
    .told = Jest przekonany, że to pomoże.
term-Awareness-DESIRE = Pragnienie
    .told = Chce tego.
term-Awareness-ACTION = Działanie
    .told = Działa, by to mieć.

# Certainty
term-Certainty-ASSUMED = Przypuszczenie
    .told = Tak sądzimy.
term-Certainty-CONFIRMED = Potwierdzone
    .told = Ktoś się upewnił.

# Seniority
term-Seniority-BOARD = Zarząd
    .told = Zasiada w zarządzie.
term-Seniority-EXECUTIVE = Kierownictwo
    .told = Kieruje firmą lub dużą jej częścią.
term-Seniority-DIRECTOR = Dyrektor
    .told = Kieruje kilkoma zespołami lub działem.
term-Seniority-MANAGER = Kierownik
    .told = Kieruje zespołem.
term-Seniority-SPECIALIST = Specjalista
    .told = Zna się na rzeczy, nie kieruje.
term-Seniority-ASSISTANT = Asystent
    .told = Wspiera pracę innych.

# GroupKind
term-GroupKind-BOARD = Zarząd
    .told = Zarząd.
term-GroupKind-TEAM = Zespół
    .told = Zespół.
term-GroupKind-DEPARTMENT = Dział
    .told = Dział.
term-GroupKind-COMMITTEE = Komitet
    .told = Komitet.
term-GroupKind-OTHER = Inne
    .told = Coś innego.

# RelationshipKind
term-RelationshipKind-REPORTS_TO = Podlega
    .told = Druga osoba jest przełożonym.
term-RelationshipKind-INFLUENCES = Wpływa na
    .told = Kształtuje zdanie drugiej osoby.
term-RelationshipKind-CONFLICTS_WITH = W konflikcie z
    .told = Są w sporze; kierunek nic nie znaczy.
term-RelationshipKind-KNOWS = Zna
    .told = Zna drugą osobę.
term-RelationshipKind-CONTROLS_ACCESS_TO = Strzeże dostępu do
    .told = Decyduje, kto dotrze do drugiej osoby.

# TieKind
term-TieKind-REPORTS_TO = { term-RelationshipKind-REPORTS_TO }
    .told = { term-RelationshipKind-REPORTS_TO.told }
term-TieKind-INFLUENCES = { term-RelationshipKind-INFLUENCES }
    .told = { term-RelationshipKind-INFLUENCES.told }
term-TieKind-CONFLICTS_WITH = { term-RelationshipKind-CONFLICTS_WITH }
    .told = { term-RelationshipKind-CONFLICTS_WITH.told }
term-TieKind-KNOWS = { term-RelationshipKind-KNOWS }
    .told = { term-RelationshipKind-KNOWS.told }
term-TieKind-CONTROLS_ACCESS_TO = { term-RelationshipKind-CONTROLS_ACCESS_TO }
    .told = { term-RelationshipKind-CONTROLS_ACCESS_TO.told }
term-TieKind-COVERS = Znamy
    .told = Ktoś z nas zna tę osobę.
term-TieKind-MEMBER_OF = Należy do
    .told = Osoba należy do grupy.

# Lifecycle
term-Lifecycle-PROSPECT = Potencjalny klient
    .told = Jeszcze nie kupił.
term-Lifecycle-CUSTOMER = Klient
    .told = Kupił.
term-Lifecycle-FORMER_CUSTOMER = Były klient
    .told = Kupił dawno i nie ma otwartej sprawy.

# DealStatus
term-DealStatus-OPEN = Otwarta
    .told = Decyzja jeszcze nie zapadła.
term-DealStatus-WON = Wygrana
    .told = Klient kupił od nas.
term-DealStatus-LOST = Przegrana
    .told = Klient kupił gdzie indziej.
term-DealStatus-ABANDONED = Porzucona
    .told = Nikt nie kupił albo się wycofaliśmy.

# CloseStatus
term-CloseStatus-WON = { term-DealStatus-WON }
    .told = { term-DealStatus-WON.told }
term-CloseStatus-LOST = { term-DealStatus-LOST }
    .told = { term-DealStatus-LOST.told }
term-CloseStatus-ABANDONED = { term-DealStatus-ABANDONED }
    .told = { term-DealStatus-ABANDONED.told }

# BuyClass
term-BuyClass-NEW_TASK = Pierwszy zakup
    .told = Kupuje coś takiego pierwszy raz.
term-BuyClass-MODIFIED_REBUY = Zmieniony zakup
    .told = Kupuje ponownie, ze zmianami.
term-BuyClass-STRAIGHT_REBUY = Ponowny zakup
    .told = Kupuje tak jak dotąd.

# Step
term-Step-START = Początek
    .told = Do pierwszego etapu.
term-Step-ADVANCE = Naprzód
    .told = Do następnego etapu.
term-Step-SKIP = Przeskok
    .told = Dalej niż do następnego.
term-Step-RETURN = Powrót
    .told = Do wcześniejszego etapu.
term-Step-REPEAT = Powtórzenie
    .told = Jeszcze raz do tego samego.
term-Step-SWITCH = Zmiana procesu
    .told = Do innego procesu.
term-Step-REOPEN = Ponowne otwarcie
    .told = Zamknięta sprawa otwarta na nowo.
term-Step-CLOSE = Zamknięcie
    .told = Wygrana, przegrana lub porzucona.

# Permission
term-Permission-VIEWER = Czytelnik
    .told = Czyta i odkłada punkty własnej agendy.
term-Permission-EDITOR = Redaktor
    .told = Zmienia firmy, osoby, sprawy, komitety i kontakty oraz importuje.
term-Permission-MANAGER = Menedżer
    .told = Także procesy, produkty, scalanie, usuwanie, przywracanie i zespoły klienta.
term-Permission-ADMIN = Administrator
    .told = Także zespół, przestrzeń robocza i wymazywanie.

# InteractionKind
term-InteractionKind-CALL = Rozmowa telefoniczna
    .told = Rozmowa telefoniczna.
term-InteractionKind-MEETING = Spotkanie
    .told = Spotkanie.
term-InteractionKind-MESSAGE = Wiadomość
    .told = Wiadomość, na przykład list lub e-mail.
term-InteractionKind-DEMO = Prezentacja
    .told = Pokazaliśmy, co sprzedajemy.
term-InteractionKind-VISIT = Wizyta
    .told = Wizyta u nas lub u nich.
term-InteractionKind-EVENT = Wydarzenie
    .told = Wydarzenie, na przykład targi.
term-InteractionKind-OTHER = Inne
    .told = Coś innego.

# NeedKind
term-NeedKind-GOAL = Cel
    .told = Co chcą osiągnąć.
term-NeedKind-PAIN_POINT = Bolączka
    .told = Co im doskwiera.
term-NeedKind-REQUIREMENT = Wymaganie
    .told = Co oferta musi mieć.
term-NeedKind-PREFERENCE = Upodobanie
    .told = Co woleliby mieć.

# NeedStatus
term-NeedStatus-OPEN = Otwarta
    .told = Czeka na zaspokojenie.
term-NeedStatus-MET = Zaspokojona
    .told = Została zaspokojona.
term-NeedStatus-DROPPED = Nieaktualna
    .told = Nikt jej już nie ma.

# ObjectionKind
term-ObjectionKind-OBJECTION = Zastrzeżenie
    .told = Coś, co przemawia przeciw nam lub ofercie.
term-ObjectionKind-QUESTION = Pytanie
    .told = Coś, co chcą wiedzieć.
term-ObjectionKind-COMPLAINT = Reklamacja
    .told = Coś poszło źle.

# ObjectionStatus
term-ObjectionStatus-OPEN = Otwarte
    .told = Czeka na odpowiedź.
term-ObjectionStatus-ANSWERED = Odpowiedziane
    .told = Odpowiedzieliśmy.
term-ObjectionStatus-WITHDRAWN = Wycofane
    .told = Sami je wycofali.

# ContinueReason
term-ContinueReason-SPEEDS_UP_GOAL = Przyspiesza cel
    .told = Szybciej osiąga cel.
term-ContinueReason-OTHER_GOALS = Inne cele
    .told = Ma inne cele, którym możemy służyć.
term-ContinueReason-SATISFIED = Zadowolenie
    .told = Jest zadowolony.

# Severity
term-Severity-LOW = Niska
    .told = Warto wiedzieć.
term-Severity-MEDIUM = Średnia
    .told = Trzeba się tym zająć.
term-Severity-HIGH = Wysoka
    .told = Zagraża sprawie.

# Verdict
term-Verdict-GOOD = Dobrze
    .told = Po właściwej stronie progu.
term-Verdict-WARN = Uwaga
    .told = Po złej stronie progu.
term-Verdict-BAD = Źle
    .told = Daleko po złej stronie progu.
term-Verdict-UNKNOWN = Nieznane
    .told = Wartości nie da się poznać albo nie ma progu.

# CoverageState
term-CoverageState-MISSING = Brak
    .told = Nikt jej nie pełni.
term-CoverageState-UNENGAGED = Bez kontaktu
    .told = Nikt z pełniących nie jest z nami w kontakcie.
term-CoverageState-BELOW_GOAL = Poniżej celu
    .told = Mniej osób niż trzeba jest w kontakcie.
term-CoverageState-COVERED = Pokryta
    .told = Tyle osób, ile trzeba, jest w kontakcie.
term-CoverageState-NOT_EXPECTED = Nieoczekiwana
    .told = Faza jej nie oczekuje.

# AlignmentState
term-AlignmentState-SELLER_BEHIND = Za klientem
    .told = Klient jest dalej niż my.
term-AlignmentState-IN_STEP = W rytmie
    .told = Nasz etap służy fazie klienta.
term-AlignmentState-SELLER_AHEAD = Przed klientem
    .told = Jesteśmy dalej niż klient.
term-AlignmentState-UNMAPPED = Niepowiązane
    .told = Nasz etap nie służy żadnej fazie klienta albo któregoś brak.

# ChangeAction
term-ChangeAction-CREATED = Dodano
    .told = Wprowadzono.
term-ChangeAction-UPDATED = Zmieniono
    .told = Zmieniono niektóre pola.
term-ChangeAction-ENDED = Zakończono
    .told = Już nie obowiązuje, zostaje w historii.
term-ChangeAction-MOVED = Przesunięto
    .told = Sprawa przeszła do innej fazy lub etapu.
term-ChangeAction-CLOSED = Zamknięto
    .told = Sprawa wygrana, przegrana lub porzucona.
term-ChangeAction-REOPENED = Otwarto ponownie
    .told = Zamkniętą sprawę otwarto na nowo.
term-ChangeAction-DELETED = Usunięto
    .told = Ukryto jako pomyłkę.
term-ChangeAction-RESTORED = Przywrócono
    .told = Przywrócono.
term-ChangeAction-MERGED = Scalono
    .told = Przejęto inny wpis.
term-ChangeAction-ERASED = Wymazano
    .told = Usunięto dane identyfikujące osobę.

# RiskKind
term-RiskKind-NO_DECIDER = Brak decydenta
    .told = Nie wiadomo, kto decyduje, choć faza lub wcześniejsza tego wymaga.
term-RiskKind-NO_APPROVER = Brak zatwierdzającego
    .told = Nie wiadomo, kto ma ostatnie słowo, choć faza lub wcześniejsza tego wymaga.
term-RiskKind-ROLE_MISSING = Brak roli
    .told = Nikt nie pełni innej roli wymaganej przez fazę.
term-RiskKind-ROLE_UNENGAGED = Rola bez kontaktu
    .told = Nikt z pełniących wymaganą rolę nie jest z nami w kontakcie.
term-RiskKind-SINGLE_THREADED = Jedna nić
    .told = Najwyżej jedna żywa relacja od drugiej fazy.
term-RiskKind-NO_CHAMPION = Brak orędownika
    .told = Od drugiej fazy nikt o nas nie walczy.
term-RiskKind-CHAMPION_GONE_COLD = Orędownik ostygł
    .told = Dawno lub nigdy nie rozmawiano z orędownikiem.
term-RiskKind-CHAMPION_WITHOUT_INFLUENCE = Orędownik bez wpływu
    .told = Każdy orędownik ma mały wpływ.
term-RiskKind-RIVAL_CHAMPION = Orędownik konkurencji
    .told = Kluczowa osoba sprzyja konkurentowi.
term-RiskKind-BLOCKER_NEAR_DECIDER = Przeciwnik przy decydencie
    .told = Dużo wpływu na decydenta mają nasi przeciwnicy.
term-RiskKind-KEY_PLAYERS_AGAINST = Kluczowe osoby przeciw
    .told = Najwyżej połowa kluczowych osób jest za nami.
term-RiskKind-NO_CONSENSUS = Brak zgody
    .told = Kluczowe osoby są podzielone.
term-RiskKind-BLIND_SPOT = Martwe pole
    .told = Wśród pięciu lub więcej osób nie znamy nikogo przeciw.
term-RiskKind-GATEKEEPER_ONLY_WAY = Tylko przez strażnika
    .told = Każda dobra droga prowadzi obok strażnika dostępu.
term-RiskKind-DECIDER_OUT_OF_REACH = Decydent poza zasięgiem
    .told = Żadna droga nie prowadzi do decydenta.
term-RiskKind-STALE_MAP = Stara mapa
    .told = Większości dawno nie oceniano ani z nią nie rozmawiano.
term-RiskKind-GUESSWORK = Domysły
    .told = Za mało ról jest potwierdzonych.
term-RiskKind-AWARENESS_LAGS = Świadomość nie nadąża
    .told = Ktoś ważny jest mniej świadomy, niż trzeba w tej fazie.
term-RiskKind-AHEAD_OF_BUYER = Przed klientem
    .told = Od dawna wyprzedzamy klienta.
term-RiskKind-OVERDUE = Za długo
    .told = Pobyt w fazie trwa dłużej, niż to zdrowe.
term-RiskKind-MEMBER_LEFT = Ktoś odszedł
    .told = Członek opuścił stanowisko, na którym był.
term-RiskKind-UNANSWERED_OBJECTION = Bez odpowiedzi
    .told = Zastrzeżenie, pytanie lub reklamacja długo czeka.

# ActionKind
term-ActionKind-FIND_ROLE = Znajdź osobę do roli
    .told = Dowiedz się, kto pełni oczekiwaną rolę.
term-ActionKind-REPLACE_LEAVER = Zastąp odchodzącego
    .told = Dowiedz się, kto przejął stanowisko.
term-ActionKind-ENGAGE_ROLE = Nawiąż kontakt
    .told = Skontaktuj się z osobami w tej roli lub z szerszym komitetem.
term-ActionKind-TALK_TO_CHAMPION = Porozmawiaj z orędownikiem
    .told = Zdobądź orędownika albo z nim porozmawiaj.
term-ActionKind-RAISE_AWARENESS = Podnieś świadomość
    .told = Doprowadź członków do świadomości, jakiej wymaga faza.
term-ActionKind-REALIGN = Wyrównaj krok
    .told = Pozwól klientowi dogonić naszą sprzedaż.
term-ActionKind-UNBLOCK_PHASE = Odblokuj fazę
    .told = Dowiedz się, co zatrzymuje klienta w tej fazie.
term-ActionKind-ANSWER_OBJECTION = Odpowiedz
    .told = Odpowiedz na zastrzeżenie, pytanie lub reklamację.
term-ActionKind-CONFIRM_MAP = Sprawdź mapę
    .told = Sprawdź, co wiemy o komitecie.
term-ActionKind-MEET_NEED = Zaspokój potrzebę
    .told = Zaspokój potrzebę.
term-ActionKind-EVALUATE_PURCHASE = Oceń zakup
    .told = Poproś o ocenę zakupu.
term-ActionKind-PROPOSE_NEXT = Zaproponuj kolejny krok
    .told = Zaproponuj następną sprawę.
