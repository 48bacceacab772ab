# What the words of the vocabularies are called, and what each means.

# Role
role-USER = Lietotājs
term-Role-USER = { role-USER }
    .told = Lietos produktu.
role-INFLUENCER = Ietekmētājs
term-Role-INFLUENCER = { role-INFLUENCER }
    .told = Ietekmē lēmumu no iekšpuses vai ārpuses.
role-DECIDER = Lēmējs
term-Role-DECIDER = { role-DECIDER }
    .told = Apkopo viedokļus un pieņem lēmumu.
role-APPROVER = Apstiprinātājs
term-Role-APPROVER = { role-APPROVER }
    .told = Saka pēdējo vārdu, bieži kā budžeta turētājs.
role-BUYER = Pircējs
term-Role-BUYER = { role-BUYER }
    .told = Veic pasūtījumus un sazinās ar piegādātājiem.
role-GATEKEEPER = Vārtsargs
term-Role-GATEKEEPER = { role-GATEKEEPER }
    .told = Nosaka, kas tiek pie citiem.

# Stance
term-Stance-CHAMPION = Aizstāvis
    .told = Cīnās par mums.
term-Stance-SUPPORTER = Atbalstītājs
    .told = Ir par mums.
term-Stance-NEUTRAL = Neitrāls
    .told = Nav ne par, ne pret.
term-Stance-SCEPTIC = Skeptiķis
    .told = Šaubās.
term-Stance-BLOCKER = Pretinieks
    .told = Darbojas pret mums.

# Access
term-Access-NONE = Nav
    .told = Piekļuves nav.
term-Access-INTRODUCED = Iepazīstināti
    .told = Mūs iepazīstināja.
term-Access-IN_CONTACT = Saziņā
    .told = Mēs sazināmies.
term-Access-REGULAR = Regulāra
    .told = Sarunājamies regulāri.
term-Access-DEEP = Dziļa
    .told = Mums uzticas.

# Awareness
term-Awareness-UNAWARE = Neziņa
    .told = Nezina ne vajadzību, ne piedāvājumu.
term-Awareness-AWARENESS = Apzināšanās
    .told = Zina par to.
term-Awareness-INTEREST = Interese
    .told = Grib uzzināt vairāk.
term-Awareness-CONVICTION = Pārliecība
    .told = Ir pārliecināts, ka tas derēs.
term-Awareness-DESIRE = Vēlme
    .told = Vēlas to.
term-Awareness-ACTION = Rīcība
    .told = Rīkojas, lai to iegūtu.

# Certainty
term-Certainty-ASSUMED = Pieņemts
    .told = Mēs tā domājam.
term-Certainty-CONFIRMED = Apstiprināts
    .told = Kāds ir pārliecinājies.

# Seniority
term-Seniority-BOARD = Valde
    .told = Ir valdē.
term-Seniority-EXECUTIVE = Vadība
    .told = Vada uzņēmumu vai lielu tā daļu.
term-Seniority-DIRECTOR = Direktors
    .told = Vada vairākas komandas vai nozari.
term-Seniority-MANAGER = Vadītājs
    .told = Vada komandu.
term-Seniority-SPECIALIST = Speciālists
    .told = Strādā nozarē, nevadot.
term-Seniority-ASSISTANT = Asistents
    .told = Atbalsta citu darbu.

# GroupKind
term-GroupKind-BOARD = Valde
    .told = Valde.
term-GroupKind-TEAM = Komanda
    .told = Komanda.
term-GroupKind-DEPARTMENT = Nodaļa
    .told = Nodaļa.
term-GroupKind-COMMITTEE = Komiteja
    .told = Komiteja.
term-GroupKind-OTHER = Cits
    .told = Kaut kas cits.

# RelationshipKind
term-RelationshipKind-REPORTS_TO = Pakļauts
    .told = Otrs ir vadītājs.
term-RelationshipKind-INFLUENCES = Ietekmē
    .told = Ietekmē otra domas.
term-RelationshipKind-CONFLICTS_WITH = Konfliktē ar
    .told = Abi ir nesaskaņās; virzienam nav nozīmes.
term-RelationshipKind-KNOWS = Pazīst
    .told = Pazīst otru.
term-RelationshipKind-CONTROLS_ACCESS_TO = Sargā pieeju
    .told = Nosaka, kas tiek pie otra.

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
term-TieKind-COVERS = Pazīstam
    .told = Kāds no mums pazīst šo cilvēku.
term-TieKind-MEMBER_OF = Pieder
    .told = Cilvēks pieder grupai.

# Lifecycle
term-Lifecycle-PROSPECT = Potenciāls klients
    .told = Vēl nav pircis.
term-Lifecycle-CUSTOMER = Klients
    .told = Ir pircis.
term-Lifecycle-FORMER_CUSTOMER = Bijušais klients
    .told = Pirka sen, un nav atvērtu darījumu.

# DealStatus
term-DealStatus-OPEN = Atvērts
    .told = Lēmums vēl nav pieņemts.
term-DealStatus-WON = Uzvarēts
    .told = Klients nopirka no mums.
term-DealStatus-LOST = Zaudēts
    .told = Klients nopirka citur.
term-DealStatus-ABANDONED = Pamests
    .told = Neviens nenopirka, vai mēs atkāpāmies.

# CloseStatus
term-CloseStatus-WON = { term-DealStatus-WON }
    .told = { term-DealStatus-WON.told }
term-CloseStatus-LOST = { term-DealStatus-LOST }
    .told = { term-DealStatus-LOST.told }
term-CloseStatus-ABANDONED = { term-DealStatus-ABANDONED }
    .told = { term-DealStatus-ABANDONED.told }

# BuyClass
term-BuyClass-NEW_TASK = Pirmais pirkums
    .told = Pērk ko tādu pirmo reizi.
term-BuyClass-MODIFIED_REBUY = Mainīts pirkums
    .told = Pērk atkal, ar izmaiņām.
term-BuyClass-STRAIGHT_REBUY = Atkārtots pirkums
    .told = Pērk tāpat kā iepriekš.

# Step
term-Step-START = Sākums
    .told = Uz pirmo posmu.
term-Step-ADVANCE = Uz priekšu
    .told = Uz nākamo posmu.
term-Step-SKIP = Izlaišana
    .told = Tālāk par nākamo.
term-Step-RETURN = Atgriešanās
    .told = Uz agrāku posmu.
term-Step-REPEAT = Atkārtojums
    .told = Uz to pašu vēlreiz.
term-Step-SWITCH = Procesa maiņa
    .told = Uz citu procesu.
term-Step-REOPEN = Atvēršana no jauna
    .told = Slēgts darījums atvērts no jauna.
term-Step-CLOSE = Slēgšana
    .told = Uzvarēts, zaudēts vai pamests.

# Permission
term-Permission-VIEWER = Lasītājs
    .told = Lasa un atliek savas dienas kārtības punktus.
term-Permission-EDITOR = Redaktors
    .told = Maina uzņēmumus, cilvēkus, darījumus, komitejas un saziņu, kā arī importē.
term-Permission-MANAGER = Pārvaldnieks
    .told = Arī procesi, produkti, apvienošana, dzēšana, atjaunošana un klientu komandas.
term-Permission-ADMIN = Administrators
    .told = Arī komanda, darbvieta un izdzēšana.

# InteractionKind
term-InteractionKind-CALL = Zvans
    .told = Telefona saruna.
term-InteractionKind-MEETING = Tikšanās
    .told = Tikšanās.
term-InteractionKind-MESSAGE = Ziņa
    .told = Ziņa, piemēram, vēstule vai e-pasts.
term-InteractionKind-DEMO = Demonstrācija
    .told = Parādījām, ko pārdodam.
term-InteractionKind-VISIT = Apmeklējums
    .told = Viņu vai mūsu apmeklējums.
term-InteractionKind-EVENT = Pasākums
    .told = Pasākums, piemēram, izstāde.
term-InteractionKind-OTHER = Cits
    .told = Kaut kas cits.

# NeedKind
term-NeedKind-GOAL = Mērķis
    .told = Ko viņi grib sasniegt.
term-NeedKind-PAIN_POINT = Sāpju punkts
    .told = Kas viņus nomāc.
term-NeedKind-REQUIREMENT = Prasība
    .told = Kam piedāvājumā jābūt.
term-NeedKind-PREFERENCE = Vēlamais
    .told = Ko viņi labprātāk vēlas.

# NeedStatus
term-NeedStatus-OPEN = Atvērta
    .told = Gaida, kad to apmierinās.
term-NeedStatus-MET = Apmierināta
    .told = Ir apmierināta.
term-NeedStatus-DROPPED = Atmesta
    .told = Nevienam tās vairs nav.

# ObjectionKind
term-ObjectionKind-OBJECTION = Iebildums
    .told = Kaut kas pret mums vai piedāvājumu.
term-ObjectionKind-QUESTION = Jautājums
    .told = Kaut kas, ko viņi grib zināt.
term-ObjectionKind-COMPLAINT = Sūdzība
    .told = Kaut kas nogāja greizi.

# ObjectionStatus
term-ObjectionStatus-OPEN = Atvērts
    .told = Gaida atbildi.
term-ObjectionStatus-ANSWERED = Atbildēts
    .told = Mēs atbildējām.
term-ObjectionStatus-WITHDRAWN = Atsaukts
    .told = Viņi to atsauca.

# ContinueReason
term-ContinueReason-SPEEDS_UP_GOAL = Paātrina mērķi
    .told = Ātrāk sasniedz mērķi.
term-ContinueReason-OTHER_GOALS = Citi mērķi
    .told = Ir citi mērķi, kuros varam palīdzēt.
term-ContinueReason-SATISFIED = Apmierināts
    .told = Ir apmierināts.

# Severity
term-Severity-LOW = Zema
    .told = Vērts zināt.
term-Severity-MEDIUM = Vidēja
    .told = Ar to jānodarbojas.
term-Severity-HIGH = Augsta
    .told = Apdraud darījumu.

# Verdict
term-Verdict-GOOD = Labi
    .told = Sliekšņa pareizajā pusē.
term-Verdict-WARN = Uzmanību
    .told = Sliekšņa nepareizajā pusē.
term-Verdict-BAD = Slikti
    .told = Tālu nepareizajā pusē.
term-Verdict-UNKNOWN = Nezināms
    .told = Vērtību nevar zināt, vai nav sliekšņa.

# CoverageState
term-CoverageState-MISSING = Trūkst
    .told = Neviens to nepilda.
term-CoverageState-UNENGAGED = Bez saziņas
    .told = Neviens no pildītājiem nav saziņā ar mums.
term-CoverageState-BELOW_GOAL = Zem mērķa
    .told = Saziņā ir mazāk, nekā vajag.
term-CoverageState-COVERED = Nosegta
    .told = Saziņā ir tik, cik vajag.
term-CoverageState-NOT_EXPECTED = Nav gaidīta
    .told = Posms to negaida.

# AlignmentState
term-AlignmentState-SELLER_BEHIND = Aiz klienta
    .told = Klients ir tālāk par mums.
term-AlignmentState-IN_STEP = Vienā solī
    .told = Mūsu stadija kalpo klienta posmam.
term-AlignmentState-SELLER_AHEAD = Pirms klienta
    .told = Esam tālāk par klientu.
term-AlignmentState-UNMAPPED = Nesasaistīts
    .told = Mūsu stadija nekalpo nevienam klienta posmam, vai kāda trūkst.

# ChangeAction
term-ChangeAction-CREATED = Pievienots
    .told = Ievadīts.
term-ChangeAction-UPDATED = Mainīts
    .told = Mainīti daži lauki.
term-ChangeAction-ENDED = Beidzies
    .told = Vairs nav spēkā, paliek vēsturē.
term-ChangeAction-MOVED = Pārvietots
    .told = Darījums pārgāja citā posmā vai stadijā.
term-ChangeAction-CLOSED = Slēgts
    .told = Darījums uzvarēts, zaudēts vai pamests.
term-ChangeAction-REOPENED = Atvērts no jauna
    .told = Slēgts darījums atvērts no jauna.
term-ChangeAction-DELETED = Dzēsts
    .told = Paslēpts kā kļūda.
term-ChangeAction-RESTORED = Atjaunots
    .told = Atjaunots.
term-ChangeAction-MERGED = Apvienots
    .told = Pārņemts cits ieraksts.
term-ChangeAction-ERASED = Izdzēsts
    .told = Izdzēsts viss, kas ļauj cilvēku atpazīt.

# RiskKind
term-RiskKind-NO_DECIDER = Nav lēmēja
    .told = Nav zināms, kas lemj, lai gan posms vai agrāks to prasa.
term-RiskKind-NO_APPROVER = Nav apstiprinātāja
    .told = Nav zināms, kas saka pēdējo vārdu, lai gan posms vai agrāks to prasa.
term-RiskKind-ROLE_MISSING = Trūkst lomas
    .told = Neviens nepilda citu posmam vajadzīgu lomu.
term-RiskKind-ROLE_UNENGAGED = Loma bez saziņas
    .told = Neviens no vajadzīgās lomas pildītājiem nav saziņā ar mums.
term-RiskKind-SINGLE_THREADED = Viens pavediens
    .told = No otrā posma augstākais viena dzīva saikne.
term-RiskKind-NO_CHAMPION = Nav aizstāvja
    .told = No otrā posma neviens par mums necīnās.
term-RiskKind-CHAMPION_GONE_COLD = Aizstāvis atdzisis
    .told = Ar aizstāvi sen vai nekad nav runāts.
term-RiskKind-CHAMPION_WITHOUT_INFLUENCE = Aizstāvis bez ietekmes
    .told = Katram aizstāvim ir maza ietekme.
term-RiskKind-RIVAL_CHAMPION = Konkurenta aizstāvis
    .told = Galvenais spēlētājs atbalsta konkurentu.
term-RiskKind-BLOCKER_NEAR_DECIDER = Pretinieks pie lēmēja
    .told = Lēmēju stipri ietekmē mūsu pretinieki.
term-RiskKind-KEY_PLAYERS_AGAINST = Galvenie pret mums
    .told = Par mums ir ne vairāk kā puse galveno spēlētāju.
term-RiskKind-NO_CONSENSUS = Nav vienprātības
    .told = Galvenie spēlētāji ir sašķelti.
term-RiskKind-BLIND_SPOT = Aklā zona
    .told = No pieciem vai vairāk neviens nav zināms kā pretinieks.
term-RiskKind-GATEKEEPER_ONLY_WAY = Tikai caur vārtsargu
    .told = Katrs labs ceļš ved caur vārtsargu.
term-RiskKind-DECIDER_OUT_OF_REACH = Lēmējs nav sasniedzams
    .told = Neviens ceļš neved pie lēmēja.
term-RiskKind-STALE_MAP = Novecojusi karte
    .told = Lielākā daļa sen nav vērtēta vai uzrunāta.
term-RiskKind-GUESSWORK = Minējumi
    .told = Pārāk maz lomu ir apstiprinātas.
term-RiskKind-AWARENESS_LAGS = Apziņa kavējas
    .told = Kāds svarīgs zina mazāk, nekā posmā vajag.
term-RiskKind-AHEAD_OF_BUYER = Pirms klienta
    .told = Jau sen esam priekšā klientam.
term-RiskKind-OVERDUE = Par ilgu
    .told = Posms ilgst ilgāk, nekā veselīgi.
term-RiskKind-MEMBER_LEFT = Dalībnieks aizgājis
    .told = Dalībnieks pametis savu amatu.
term-RiskKind-UNANSWERED_OBJECTION = Bez atbildes
    .told = Iebildums, jautājums vai sūdzība ilgi gaida.

# ActionKind
term-ActionKind-FIND_ROLE = Atrast lomas pildītāju
    .told = Noskaidrojiet, kas pilda gaidīto lomu.
term-ActionKind-REPLACE_LEAVER = Aizstāt aizgājušo
    .told = Noskaidrojiet, kas stājas aizgājušā vietā.
term-ActionKind-ENGAGE_ROLE = Uzsākt saziņu
    .told = Sazinieties ar lomas pildītājiem vai plašāku komiteju.
term-ActionKind-TALK_TO_CHAMPION = Runāt ar aizstāvi
    .told = Iegūstiet aizstāvi vai parunājiet ar viņu.
term-ActionKind-RAISE_AWARENESS = Celt apziņu
    .told = Palīdziet dalībniekiem sasniegt posmam vajadzīgo apziņu.
term-ActionKind-REALIGN = Saskaņot soli
    .told = Ļaujiet klientam mūs panākt.
term-ActionKind-UNBLOCK_PHASE = Atbloķēt posmu
    .told = Noskaidrojiet, kas klientu tur šajā posmā.
term-ActionKind-ANSWER_OBJECTION = Atbildēt
    .told = Atbildiet uz iebildumu, jautājumu vai sūdzību.
term-ActionKind-CONFIRM_MAP = Pārbaudīt karti
    .told = Pārbaudiet, ko zinām par komiteju.
term-ActionKind-MEET_NEED = Apmierināt vajadzību
    .told = Apmieriniet vajadzību.
term-ActionKind-EVALUATE_PURCHASE = Novērtēt pirkumu
    .told = Lūdziet novērtēt pirkumu.
term-ActionKind-PROPOSE_NEXT = Piedāvāt nākamo
    .told = Piedāvājiet nākamo darījumu.
