# آنچه درباره کمیته گفته می‌شود: خطرها، کار بعدی، و چرایی هر مقدار.
others = { $count ->
    [one] یک نفر دیگر
   *[other] { $count } نفر دیگر
}

# خطرها
risk-NO_DECIDER = تصمیم‌گیرنده شناخته نیست.
risk-NO_APPROVER = کسی که حرف آخر را می‌زند شناخته نیست.
risk-ROLE_MISSING = { $count ->
    [one] این مرحله نقشی می‌خواهد که کسی ندارد: { $roles }.
   *[other] این مرحله { $count } نقش می‌خواهد که کسی ندارد: { $roles }.
}
risk-ROLE_UNENGAGED = { $count ->
    [one] هیچ دارنده این نقش { $window } روز با ما در تماس نبوده است: { $roles } ({ $names }).
   *[other] هیچ دارنده این نقش‌ها { $window } روز با ما در تماس نبوده است: { $roles } ({ $names }).
}
risk-SINGLE_THREADED = { $count ->
    [0] در این کمیته هیچ رابطه زنده‌ای نداریم.
   *[other] همه چیز به یک نفر بسته است: تنها رابطه زنده ما با { $names } است.
}
risk-NO_CHAMPION = هیچ کس در کمیته پشتیبان پرشور ما نیست.
risk-CHAMPION_GONE_COLD = { $count ->
    [one] بیش از { $limit } روز است که با پشتیبان خود در تماس نبوده‌ایم: { $names }.
   *[other] بیش از { $limit } روز است که با پشتیبانان خود در تماس نبوده‌ایم: { $names }.
}
risk-CHAMPION_WITHOUT_INFLUENCE = { $count ->
    [one] پشتیبان ما نفوذ کمی دارد، { $value } از ۱۰: { $names }.
   *[other] پشتیبانان ما نفوذ کمی دارند، حداکثر { $value } از ۱۰: { $names }.
}
risk-RIVAL_CHAMPION = { $count ->
    [one] یک فرد کلیدی رقیب را می‌پسندد: { $names } ({ $competitors }).
   *[other] { $count } فرد کلیدی رقیب را می‌پسندند: { $names } ({ $competitors }).
}
risk-BLOCKER_NEAR_DECIDER = { $against ->
    [0] { $percent }٪ از آنچه بر { $deciders } اثر می‌گذارد از مخالفان ماست.
   *[other] { $percent }٪ از آنچه بر { $deciders } اثر می‌گذارد از مخالفان ماست: { $blockers }.
}
risk-KEY_PLAYERS_AGAINST = تنها { $percent }٪ از افراد کلیدی با ما هستند. هنوز به دست نیامده‌اند: { $names }.
risk-NO_CONSENSUS = افراد کلیدی درباره ما دودسته‌اند: { $names }.
risk-BLIND_SPOT = { $count ->
    [one] تنها عضو به عنوان مخالف شناخته نیست. معمولا کسی هست.
   *[other] هیچ یک از { $count } عضو به عنوان مخالف شناخته نیست. معمولا کسی هست.
}
risk-GATEKEEPER_ONLY_WAY = هر راه خوبی به { $names } از دروازه‌بان می‌گذرد.
risk-DECIDER_OUT_OF_REACH = { $count ->
    [one] راهی از ما به تصمیم‌گیرنده نیست: { $names }.
   *[other] راهی از ما به تصمیم‌گیرندگان نیست: { $names }.
}
risk-STALE_MAP = تنها { $percent }٪ از اعضا در { $window } روز ارزیابی یا ملاقات شده‌اند. آگاهی ما از دیگران کهنه است: { $names }.
risk-GUESSWORK = تنها { $percent }٪ از نقش‌ها تایید شده است. فرضی: { $roles } ({ $names }).
risk-AWARENESS_LAGS = { $count ->
    [one] فرد مهمی کمتر از نیاز این مرحله آگاه است: { $names }.
   *[other] { $count } فرد مهم کمتر از نیاز این مرحله آگاه‌اند: { $names }.
}
risk-AHEAD_OF_BUYER = { $gap ->
    [one] فروش ما { $days } روز است که یک مرحله از مشتری جلوتر است.
   *[other] فروش ما { $days } روز است که { $gap } مرحله از مشتری جلوتر است.
}
risk-OVERDUE = { $days ->
    [one] مشتری یک روز است در این مرحله است؛ حداکثر { $limit } روز درست است.
   *[other] مشتری { $days } روز است در این مرحله است؛ حداکثر { $limit } روز درست است.
}
risk-MEMBER_LEFT = { $count ->
    [one] { $names } پست خود را ترک کرده است.
   *[other] { $count } عضو پست خود را ترک کرده‌اند: { $names }.
}
risk-UNANSWERED_OBJECTION = { $objection ->
    [QUESTION] پرسشی { $days } روز است که بی‌پاسخ مانده: { $raiser }.
    [COMPLAINT] شکایتی { $days } روز است که بی‌پاسخ مانده: { $raiser }.
   *[OBJECTION] ایرادی { $days } روز است که بی‌پاسخ مانده: { $raiser }.
}{ $count ->
    [1] {""}
   *[other] {" "}در مجموع { $count } مورد بی‌پاسخ است.
}

# کار بعدی، و چرایی آن وقتی خطری پشت آن نیست
action-FIND_ROLE = دریابید چه کسی این نقش را دارد: { $roles }
action-REPLACE_LEAVER = دریابید چه کسی جای { $names } را می‌گیرد
action-ENGAGE_ROLE = { $behind ->
    [SINGLE_THREADED] رابطه‌های بیشتری در کمیته بسازید
    [DECIDER_OUT_OF_REACH] راهی به { $names } بیابید
    [GATEKEEPER_ONLY_WAY] راهی به { $names } بیابید که از دروازه‌بان نگذرد
   *[other] با دارندگان بیشتری از این نقش تماس بگیرید: { $roles }
}
action-TALK_TO_CHAMPION = { $behind ->
    [NO_CHAMPION] پشتیبانی به دست آورید
   *[other] با { $names } گفتگو کنید
}
action-RAISE_AWARENESS = { $names } را به جایی برسانید که این مرحله می‌خواهد
action-REALIGN = پیش از ادامه، مشتری را همراه خود بیاورید
action-UNBLOCK_PHASE = دریابید چه چیزی مشتری را در این مرحله نگه داشته است
action-ANSWER_OBJECTION = { $objection ->
    [QUESTION] به پرسش { $names } پاسخ دهید
    [COMPLAINT] به شکایت { $names } رسیدگی کنید
   *[OBJECTION] به ایراد { $names } پاسخ دهید
}
action-CONFIRM_MAP = با مشتری بررسی کنید که نقشه ما درست است
action-MEET_NEED = نیاز { $names } را برآورده کنید
action-EVALUATE_PURCHASE = از مشتری بپرسید خرید چگونه بود
action-PROPOSE_NEXT = گام بعدی را پیشنهاد کنید
reason-FIND_ROLE = این مرحله کسی را در این نقش می‌خواهد و کسی شناخته نیست: { $roles }.
reason-ENGAGE_ROLE = { $engaged } نفر از { $goal } نفر لازم در این نقش با ما در تماس‌اند: { $roles }.
reason-RAISE_AWARENESS = کمتر از نیاز این مرحله آگاه: { $names }.
reason-ANSWER_OBJECTION = { $objection ->
    [QUESTION] پرسشی باز: «{ $text }»
    [COMPLAINT] شکایتی باز: «{ $text }»
   *[OBJECTION] ایرادی باز: «{ $text }»
}
reason-MEET_NEED = { $need ->
    [GOAL] هدفی باز: «{ $text }»
    [PAIN_POINT] دردی باز: «{ $text }»
    [PREFERENCE] ترجیحی باز: «{ $text }»
   *[REQUIREMENT] الزامی باز: «{ $text }»
}
reason-EVALUATE_PURCHASE = ۳۰ روز یا بیشتر از تحویل گذشته و هنوز کسی خرید را ارزیابی نکرده است.
reason-PROPOSE_NEXT = مشتری می‌خواهد ادامه دهد و معامله‌ای دنباله این نیست.
advice = آنچه در این مرحله یاری می‌کند: { $advice }

# چرایی هر مقدار
why-completeness = { $count ->
    [0] هر نقش لازم دارنده دارد.
   *[other] با وزن، { $percent }٪ از نقش‌های لازم دارنده دارند ({ $part } از { $whole }). کم است: { $roles }.
}
why-completeness-unknown = این فرایند نقشی نمی‌خواهد.
why-completeness_unweighted = { $count ->
    [0] هر نقش لازم دارنده دارد.
   *[other] { $part } از { $whole } نقش لازم دارنده دارند. کم است: { $roles }.
}
why-completeness_unweighted-unknown = این فرایند نقشی نمی‌خواهد.
why-goal_attainment = { $count ->
    [0] در هر نقش به اندازه لازم با ما در تماس‌اند.
   *[other] { $part } از { $whole } نفر لازم با ما در تماس‌اند. کم است در: { $roles }.
}
why-goal_attainment-unknown = این فرایند نقشی انتظار ندارد.
why-phase_fit = { $count ->
    [0] در هر نقش لازم این مرحله کسی با ما در تماس است.
   *[other] در { $part } از { $whole } نقش لازم این مرحله کسی با ما در تماس است. کم است: { $roles }.
}
why-phase_fit-unknown = این مرحله نقشی نمی‌خواهد.
why-confirmed_share = { $count ->
    [0] همه نقش‌ها تایید شده است.
   *[other] { $part } از { $whole } نقش تایید شده است. فرضی: { $roles } ({ $names }).
}
why-confirmed_share-unknown = کسی نقشی ندارد.
why-freshness = { $count ->
    [0] همه اعضا در { $window } روز ارزیابی یا ملاقات شده‌اند.
   *[other] { $part } از { $whole } عضو در { $window } روز ارزیابی یا ملاقات شده‌اند. دیگران: { $names }.
}
why-freshness-unknown = کسی در کمیته نیست.
why-threads = { $count ->
    [0] رابطه ما با هیچ کس از { $limit } از ۱۰۰ قوی‌تر نیست.
    [one] رابطه ما با یک عضو از { $limit } از ۱۰۰ قوی‌تر است: { $names }.
   *[other] رابطه ما با { $count } عضو از { $limit } از ۱۰۰ قوی‌تر است: { $names }.
}
why-thread_roles = { $count ->
    [0] هیچ یک از کسانی که رابطه زنده داریم نقشی ندارد.
    [one] کسانی که رابطه زنده داریم یک نقش دارند: { $roles }.
   *[other] کسانی که رابطه زنده داریم { $count } نقش دارند: { $roles }.
}
why-thread_branches = { $count ->
    [0] هیچ رابطه زنده ما در زنجیره گزارش شناخته‌ای نیست.
    [one] رابطه‌های زنده ما در یک زنجیره گزارش‌اند: { $names }.
   *[other] رابطه‌های زنده ما در { $count } زنجیره گزارش‌اند: { $names }.
}
why-acquaintance_gap = { $count ->
    [0] همه را همان‌قدر که می‌خواهیم می‌شناسیم.
    [one] یک عضو را کمتر از آنچه می‌خواهیم می‌شناسیم: { $names }.
   *[other] { $count } عضو را کمتر از آنچه می‌خواهیم می‌شناسیم: { $names }.
}
why-support = { $count ->
    [0] موضع‌ها با وزن نفوذ { $part } از { $whole } است. از کسانی که نفوذشان را می‌دانیم هیچ کس مخالف ما نیست.
   *[other] موضع‌ها با وزن نفوذ { $part } از { $whole } است. مخالف ما: { $names }.
}
why-support-unknown = موضع و نفوذ هیچ کس با هم شناخته نیست.
why-unknown_influence_share = { $count ->
    [0] موضع هر صاحب نفوذ شناخته است.
   *[other] { $percent }٪ از نفوذ در دست کسانی با موضع نامعلوم است: { $names }.
}
why-unknown_influence_share-unknown = نفوذ هیچ کس شناخته نیست.
why-key_player_majority = { $count ->
    [0] همه افراد کلیدی با ما هستند.
   *[other] { $part } از { $whole } فرد کلیدی با ما هستند. هنوز به دست نیامده‌اند: { $names }.
}
why-key_player_majority-unknown = فرد کلیدی نیست.
why-consensus = توافق این افراد کلیدی درباره ما، از ۰ تا ۱۰۰٪: { $percent }٪ ({ $names }).
why-consensus-unknown = موضع کمتر از دو فرد کلیدی شناخته است.
why-champion_margin = { $whole ->
    [0] نفوذ قوی‌ترین پشتیبان { $part } است و از کسانی که نفوذشان را می‌دانیم هیچ کس مخالف ما نیست: { $names }.
   *[other] نفوذ قوی‌ترین پشتیبان { $part } و قوی‌ترین مخالف { $whole } است: { $names }.
}
why-champion_margin-unknown = پشتیبانی با نفوذ شناخته نیست.
why-blocker_exposure = { $percent }٪ از آنچه بر تصمیم‌گیرنده اثر می‌گذارد از مخالفان ماست: { $names }.
why-blocker_exposure-unknown = کسی با موضع و نفوذ شناخته بر تصمیم‌گیرنده اثر نمی‌گذارد.
why-blind_spot = { $count ->
    [0] مخالفی شناخته نیست.
    [one] یک عضو مخالف ماست: { $names }.
   *[other] { $count } عضو مخالف ما هستند: { $names }.
}
why-levels = { $count ->
    [one] یک سطح از سلسله‌مراتب شرکت دارد.
   *[other] { $count } سطح از سلسله‌مراتب شرکت دارند.
}
why-departments = { $count ->
    [one] یک بخش شرکت دارد.
   *[other] { $count } بخش شرکت دارند.
}
why-people = { $count ->
    [one] یک نفر شرکت دارد.
   *[other] { $count } نفر شرکت دارند.
}
why-density = { $part } از { $whole } پیوند ممکن میان آنها شناخته است.
why-density-unknown = کمتر از دو نفر شرکت دارند.
