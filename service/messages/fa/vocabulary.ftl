# What the words of the vocabularies are called, and what each means.

# Role
role-USER = کاربر
term-Role-USER = { role-USER }
    .told = از محصول استفاده خواهد کرد.
role-INFLUENCER = تاثیرگذار
term-Role-INFLUENCER = { role-INFLUENCER }
    .told = از درون یا بیرون بر تصمیم اثر می‌گذارد.
role-DECIDER = تصمیم‌گیرنده
term-Role-DECIDER = { role-DECIDER }
    .told = نظرها را گرد می‌آورد و تصمیم می‌گیرد.
role-APPROVER = تاییدکننده
term-Role-APPROVER = { role-APPROVER }
    .told = حرف آخر را می‌زند، اغلب به عنوان صاحب بودجه.
role-BUYER = خریدار
term-Role-BUYER = { role-BUYER }
    .told = سفارش می‌دهد و با تامین‌کنندگان کار می‌کند.
role-GATEKEEPER = دروازه‌بان
term-Role-GATEKEEPER = { role-GATEKEEPER }
    .told = دسترسی به دیگران را در دست دارد.

# Stance
term-Stance-CHAMPION = پشتیبان پرشور
    .told = برای ما تلاش می‌کند.
term-Stance-SUPPORTER = موافق
    .told = با ماست.
term-Stance-NEUTRAL = بی‌طرف
    .told = نه موافق است و نه مخالف.
term-Stance-SCEPTIC = مردد
    .told = تردید دارد.
term-Stance-BLOCKER = مخالف
    .told = علیه ما کار می‌کند.

# Access
term-Access-NONE = هیچ
    .told = دسترسی نداریم.
term-Access-INTRODUCED = معرفی‌شده
    .told = معرفی شده‌ایم.
term-Access-IN_CONTACT = در تماس
    .told = در تماس هستیم.
term-Access-REGULAR = منظم
    .told = مرتب گفتگو می‌کنیم.
term-Access-DEEP = عمیق
    .told = به ما اعتماد دارند.

# Awareness
term-Awareness-UNAWARE = نا آگاهی
    .told = از نیاز و پیشنهاد خبر ندارد.
term-Awareness-AWARENESS = آگاهی
    .told = از آن خبر دارد.
term-Awareness-INTEREST = علاقه
    .told = می‌خواهد بیشتر بداند.
term-Awareness-CONVICTION = متقاعد
    .told = قانع شده است که به کار می‌آید.
term-Awareness-DESIRE = میل
    .told = آن را می‌خواهد.
term-Awareness-ACTION = اقدام
    .told = برای به دست آوردنش اقدام می‌کند.

# Certainty
term-Certainty-ASSUMED = فرضی
    .told = چنین می‌پنداریم.
term-Certainty-CONFIRMED = تاییدشده
    .told = کسی از آن مطمئن شده است.

# Seniority
term-Seniority-BOARD = هیئت مدیره
    .told = عضو هیئت مدیره است.
term-Seniority-EXECUTIVE = مدیر ارشد
    .told = شرکت یا بخش بزرگی از آن را اداره می‌کند.
term-Seniority-DIRECTOR = مدیر بخش
    .told = چند گروه یا یک بخش را اداره می‌کند.
term-Seniority-MANAGER = مدیر
    .told = یک گروه را اداره می‌کند.
term-Seniority-SPECIALIST = کارشناس
    .told = بی آنکه مدیر باشد در موضوع کار می‌کند.
term-Seniority-ASSISTANT = دستیار
    .told = به کار دیگری کمک می‌کند.

# GroupKind
term-GroupKind-BOARD = هیئت مدیره
    .told = یک هیئت مدیره.
term-GroupKind-TEAM = گروه
    .told = یک گروه کاری.
term-GroupKind-DEPARTMENT = بخش
    .told = یک بخش.
term-GroupKind-COMMITTEE = کمیته
    .told = یک کمیته.
term-GroupKind-OTHER = دیگر
    .told = چیز دیگر.

# RelationshipKind
term-RelationshipKind-REPORTS_TO = گزارش می‌دهد به
    .told = دیگری مدیر اوست.
term-RelationshipKind-INFLUENCES = اثر می‌گذارد بر
    .told = نظر دیگری را شکل می‌دهد.
term-RelationshipKind-CONFLICTS_WITH = در کشمکش با
    .told = با هم ناسازگارند؛ جهت معنایی ندارد.
term-RelationshipKind-KNOWS = می‌شناسد
    .told = دیگری را می‌شناسد.
term-RelationshipKind-CONTROLS_ACCESS_TO = نگهبان دسترسی به
    .told = تعیین می‌کند چه کسی به دیگری برسد.

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
term-TieKind-COVERS = آشنای ما
    .told = یکی از ما او را می‌شناسد.
term-TieKind-MEMBER_OF = عضو
    .told = شخص عضو گروه است.

# Lifecycle
term-Lifecycle-PROSPECT = مشتری احتمالی
    .told = هنوز نخریده است.
term-Lifecycle-CUSTOMER = مشتری
    .told = خریده است.
term-Lifecycle-FORMER_CUSTOMER = مشتری پیشین
    .told = مدت‌ها پیش خریده و معامله بازی ندارد.

# DealStatus
term-DealStatus-OPEN = باز
    .told = هنوز تصمیم گرفته نشده است.
term-DealStatus-WON = برده
    .told = مشتری از ما خرید.
term-DealStatus-LOST = باخته
    .told = مشتری از دیگری خرید.
term-DealStatus-ABANDONED = رهاشده
    .told = کسی نخرید یا ما کنار کشیدیم.

# CloseStatus
term-CloseStatus-WON = { term-DealStatus-WON }
    .told = { term-DealStatus-WON.told }
term-CloseStatus-LOST = { term-DealStatus-LOST }
    .told = { term-DealStatus-LOST.told }
term-CloseStatus-ABANDONED = { term-DealStatus-ABANDONED }
    .told = { term-DealStatus-ABANDONED.told }

# BuyClass
term-BuyClass-NEW_TASK = خرید نخست
    .told = نخستین بار چنین چیزی می‌خرد.
term-BuyClass-MODIFIED_REBUY = خرید دوباره با تغییر
    .told = دوباره ولی متفاوت می‌خرد.
term-BuyClass-STRAIGHT_REBUY = خرید تکراری
    .told = مانند گذشته دوباره می‌خرد.

# Step
term-Step-START = آغاز
    .told = به نخستین مرحله.
term-Step-ADVANCE = پیشرفت
    .told = به مرحله بعد.
term-Step-SKIP = پرش
    .told = فراتر از مرحله بعد.
term-Step-RETURN = بازگشت
    .told = به مرحله‌ای پیشین.
term-Step-REPEAT = تکرار
    .told = دوباره به همان مرحله.
term-Step-SWITCH = تغییر فرایند
    .told = به فرایندی دیگر.
term-Step-REOPEN = بازگشایی
    .told = معامله بسته دوباره باز شد.
term-Step-CLOSE = بستن
    .told = برده، باخته یا رهاشده.

# Permission
term-Permission-VIEWER = بیننده
    .told = می‌خواند و کارهای خود را به تعویق می‌اندازد.
term-Permission-EDITOR = ویراستار
    .told = شرکت‌ها، افراد، معامله‌ها، کمیته‌ها و تماس‌ها را تغییر می‌دهد و وارد می‌کند.
term-Permission-MANAGER = مدیر
    .told = همچنین فرایندها، محصولات، ادغام، حذف، بازگردانی و گروه‌های مشتری.
term-Permission-ADMIN = سرپرست
    .told = همچنین اعضای تیم، فضای کار و پاک‌سازی.

# InteractionKind
term-InteractionKind-CALL = تماس تلفنی
    .told = یک تماس تلفنی.
term-InteractionKind-MEETING = جلسه
    .told = یک جلسه.
term-InteractionKind-MESSAGE = پیام
    .told = پیامی مانند نامه یا رایانامه.
term-InteractionKind-DEMO = نمایش محصول
    .told = آنچه می‌فروشیم را نشان دادیم.
term-InteractionKind-VISIT = بازدید
    .told = بازدید آنها یا ما.
term-InteractionKind-EVENT = رویداد
    .told = رویدادی مانند نمایشگاه.
term-InteractionKind-OTHER = دیگر
    .told = هر چیز دیگر.

# NeedKind
term-NeedKind-GOAL = هدف
    .told = آنچه می‌خواهند به آن برسند.
term-NeedKind-PAIN_POINT = درد
    .told = آنچه آزارشان می‌دهد.
term-NeedKind-REQUIREMENT = الزام
    .told = آنچه پیشنهاد باید داشته باشد.
term-NeedKind-PREFERENCE = ترجیح
    .told = آنچه بیشتر می‌پسندند.

# NeedStatus
term-NeedStatus-OPEN = باز
    .told = هنوز برآورده نشده است.
term-NeedStatus-MET = برآورده
    .told = برآورده شده است.
term-NeedStatus-DROPPED = کنارگذاشته
    .told = دیگر کسی آن را ندارد.

# ObjectionKind
term-ObjectionKind-OBJECTION = ایراد
    .told = چیزی علیه ما یا پیشنهاد.
term-ObjectionKind-QUESTION = پرسش
    .told = چیزی که می‌خواهند بدانند.
term-ObjectionKind-COMPLAINT = شکایت
    .told = چیزی درست پیش نرفت.

# ObjectionStatus
term-ObjectionStatus-OPEN = باز
    .told = در انتظار پاسخ است.
term-ObjectionStatus-ANSWERED = پاسخ‌داده
    .told = پاسخ دادیم.
term-ObjectionStatus-WITHDRAWN = پس‌گرفته
    .told = خودشان پس گرفتند.

# ContinueReason
term-ContinueReason-SPEEDS_UP_GOAL = شتاب هدف
    .told = زودتر به هدفش می‌رسد.
term-ContinueReason-OTHER_GOALS = هدف‌های دیگر
    .told = هدف‌های دیگری دارد که می‌توانیم یاری کنیم.
term-ContinueReason-SATISFIED = خشنود
    .told = خشنود است.

# Severity
term-Severity-LOW = کم
    .told = دانستنش سودمند است.
term-Severity-MEDIUM = متوسط
    .told = باید به آن رسید.
term-Severity-HIGH = زیاد
    .told = معامله را به خطر می‌اندازد.

# Verdict
term-Verdict-GOOD = خوب
    .told = در سمت درست آستانه.
term-Verdict-WARN = هشدار
    .told = در سمت نادرست آستانه.
term-Verdict-BAD = بد
    .told = بسیار دور از سمت درست.
term-Verdict-UNKNOWN = نامعلوم
    .told = مقدار دانستنی نیست یا آستانه‌ای ندارد.

# CoverageState
term-CoverageState-MISSING = خالی
    .told = کسی آن را ندارد.
term-CoverageState-UNENGAGED = بی‌تماس
    .told = هیچ یک از دارندگان با ما در تماس نیست.
term-CoverageState-BELOW_GOAL = کمتر از هدف
    .told = کمتر از اندازه لازم با ما در تماس‌اند.
term-CoverageState-COVERED = پوشش‌یافته
    .told = به اندازه لازم با ما در تماس‌اند.
term-CoverageState-NOT_EXPECTED = نامورد انتظار
    .told = این مرحله آن را نمی‌خواهد.

# AlignmentState
term-AlignmentState-SELLER_BEHIND = پشت مشتری
    .told = مشتری از ما جلوتر است.
term-AlignmentState-IN_STEP = هم‌گام
    .told = مرحله ما با مرحله مشتری همراه است.
term-AlignmentState-SELLER_AHEAD = جلوتر از مشتری
    .told = ما از مشتری جلوتریم.
term-AlignmentState-UNMAPPED = بی‌پیوند
    .told = مرحله ما با هیچ مرحله مشتری پیوند ندارد یا یکی نیست.

# ChangeAction
term-ChangeAction-CREATED = افزوده
    .told = وارد شد.
term-ChangeAction-UPDATED = تغییریافته
    .told = برخی فیلدها تغییر کرد.
term-ChangeAction-ENDED = پایان‌یافته
    .told = دیگر برقرار نیست و در گذشته می‌ماند.
term-ChangeAction-MOVED = جابه‌جا
    .told = معامله به مرحله دیگری رفت.
term-ChangeAction-CLOSED = بسته
    .told = معامله برده، باخته یا رها شد.
term-ChangeAction-REOPENED = بازگشوده
    .told = معامله بسته دوباره باز شد.
term-ChangeAction-DELETED = حذف‌شده
    .told = به عنوان اشتباه پنهان شد.
term-ChangeAction-RESTORED = بازگردانده
    .told = بازگردانده شد.
term-ChangeAction-MERGED = ادغام‌شده
    .told = دیگری در آن ادغام شد.
term-ChangeAction-ERASED = پاک‌شده
    .told = آنچه شخص را می‌شناساند پاک شد.

# RiskKind
term-RiskKind-NO_DECIDER = بدون تصمیم‌گیرنده
    .told = تصمیم‌گیرنده شناخته نیست، با آنکه این مرحله یا مرحله پیش می‌خواهد.
term-RiskKind-NO_APPROVER = بدون تاییدکننده
    .told = تاییدکننده شناخته نیست، با آنکه این مرحله یا مرحله پیش می‌خواهد.
term-RiskKind-ROLE_MISSING = نقش خالی
    .told = نقش لازم دیگری دارنده ندارد.
term-RiskKind-ROLE_UNENGAGED = نقش بی‌تماس
    .told = هیچ دارنده نقش لازم با ما در تماس نیست.
term-RiskKind-SINGLE_THREADED = تنها یک پیوند
    .told = از مرحله دوم، بیش از یک رابطه زنده نیست.
term-RiskKind-NO_CHAMPION = بدون پشتیبان
    .told = از مرحله دوم پشتیبان پرشوری نداریم.
term-RiskKind-CHAMPION_GONE_COLD = پشتیبان سرد شده
    .told = دیری است با پشتیبان گفتگو نشده، یا هرگز.
term-RiskKind-CHAMPION_WITHOUT_INFLUENCE = پشتیبان کم‌نفوذ
    .told = هیچ پشتیبانی نفوذ زیادی ندارد.
term-RiskKind-RIVAL_CHAMPION = پشتیبان رقیب
    .told = فردی کلیدی رقیب را می‌پسندد.
term-RiskKind-BLOCKER_NEAR_DECIDER = مخالف کنار تصمیم‌گیرنده
    .told = مخالفان بر تصمیم‌گیرنده اثر زیادی دارند.
term-RiskKind-KEY_PLAYERS_AGAINST = کلیدی‌ها با ما نیستند
    .told = بیش از نیمی از افراد کلیدی با ما نیستند.
term-RiskKind-NO_CONSENSUS = بی‌توافقی
    .told = افراد کلیدی دودسته‌اند.
term-RiskKind-BLIND_SPOT = نقطه کور
    .told = میان پنج نفر یا بیشتر مخالفی شناخته نیست.
term-RiskKind-GATEKEEPER_ONLY_WAY = تنها از راه دروازه‌بان
    .told = هر راه خوبی از دروازه‌بان می‌گذرد.
term-RiskKind-DECIDER_OUT_OF_REACH = تصمیم‌گیرنده دور از دسترس
    .told = راهی به تصمیم‌گیرنده نیست.
term-RiskKind-STALE_MAP = نقشه کهنه
    .told = بیشتر اعضا به تازگی ارزیابی یا ملاقات نشده‌اند.
term-RiskKind-GUESSWORK = حدس و گمان
    .told = نقش‌های تاییدشده کم است.
term-RiskKind-AWARENESS_LAGS = آگاهی عقب است
    .told = فرد مهمی کمتر از نیاز این مرحله آگاه است.
term-RiskKind-AHEAD_OF_BUYER = جلوتر از خریدار
    .told = دیری است از مشتری جلوتریم.
term-RiskKind-OVERDUE = دیرکرد
    .told = ماندن در مرحله بیش از اندازه است.
term-RiskKind-MEMBER_LEFT = عضو رفته
    .told = عضوی پست خود را ترک کرده است.
term-RiskKind-UNANSWERED_OBJECTION = بی‌پاسخ
    .told = ایراد، پرسش یا شکایتی دیر مانده است.

# ActionKind
term-ActionKind-FIND_ROLE = یافتن نقش
    .told = دریابید چه کسی نقش لازم را دارد.
term-ActionKind-REPLACE_LEAVER = جانشین رفته
    .told = دریابید چه کسی جای عضو رفته را می‌گیرد.
term-ActionKind-ENGAGE_ROLE = برقراری تماس
    .told = با دارندگان نقش یا اعضای بیشتری تماس بگیرید.
term-ActionKind-TALK_TO_CHAMPION = گفتگو با پشتیبان
    .told = پشتیبانی بیابید یا با او گفتگو کنید.
term-ActionKind-RAISE_AWARENESS = افزایش آگاهی
    .told = اعضا را به آگاهی لازم مرحله برسانید.
term-ActionKind-REALIGN = هم‌گام شدن
    .told = بگذارید مشتری به ما برسد.
term-ActionKind-UNBLOCK_PHASE = گشودن مرحله
    .told = دریابید چه چیزی مشتری را نگه داشته است.
term-ActionKind-ANSWER_OBJECTION = پاسخ دادن
    .told = به ایراد، پرسش یا شکایت پاسخ دهید.
term-ActionKind-CONFIRM_MAP = بازبینی نقشه
    .told = آنچه از کمیته می‌دانیم را بازبینی کنید.
term-ActionKind-MEET_NEED = برآوردن نیاز
    .told = نیازی را برآورده کنید.
term-ActionKind-EVALUATE_PURCHASE = ارزیابی خرید
    .told = بخواهید خرید ارزیابی شود.
term-ActionKind-PROPOSE_NEXT = پیشنهاد بعدی
    .told = معامله بعدی را پیشنهاد کنید.
