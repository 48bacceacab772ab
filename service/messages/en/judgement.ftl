# What is told of a committee: risks, what to do next, and why a figure is what it is.
others = { $count ->
    [one] one more
   *[other] { $count } more
}

# Risks
risk-NO_DECIDER = Nobody is known who decides.
risk-NO_APPROVER = Nobody is known who gives the final word.
risk-ROLE_MISSING = { $count ->
    [one] The phase needs a role that nobody plays: { $roles }.
   *[other] The phase needs { $count } roles that nobody plays: { $roles }.
}
risk-ROLE_UNENGAGED = { $count ->
    [one] Nobody who plays this role has been in touch with us for { $window } days: { $roles } ({ $names }).
   *[other] Nobody who plays these roles has been in touch with us for { $window } days: { $roles } ({ $names }).
}
risk-SINGLE_THREADED = { $count ->
    [0] We have no living relationship on this committee.
   *[other] All hangs on one person: our only living relationship here is with { $names }.
}
risk-NO_CHAMPION = Nobody on the committee is our champion.
risk-CHAMPION_GONE_COLD = { $count ->
    [one] We have not been in touch with our champion { $names } for more than { $limit } days.
   *[other] We have not been in touch with our champions { $names } for more than { $limit } days.
}
risk-CHAMPION_WITHOUT_INFLUENCE = { $count ->
    [one] Our champion { $names } has little influence: { $value } of 10.
   *[other] Our champions { $names } have little influence: { $value } of 10 at most.
}
risk-RIVAL_CHAMPION = { $count ->
    [one] A key player favours a competitor: { $names } ({ $competitors }).
   *[other] { $count } key players favour a competitor: { $names } ({ $competitors }).
}
risk-BLOCKER_NEAR_DECIDER = { $against ->
    [0] { $percent }% of what sways { $deciders } comes from people who are against us.
   *[other] { $percent }% of what sways { $deciders } comes from people who are against us: { $blockers }.
}
risk-KEY_PLAYERS_AGAINST = Only { $percent }% of the key players are for us. Not won yet: { $names }.
risk-NO_CONSENSUS = The key players are divided over us: { $names }.
risk-BLIND_SPOT = { $count ->
    [one] The one member is not known to be against us. Usually somebody is.
   *[other] None of the { $count } members is known to be against us. Usually somebody is.
}
risk-GATEKEEPER_ONLY_WAY = Every good way to { $names } leads past a gatekeeper.
risk-DECIDER_OUT_OF_REACH = { $count ->
    [one] No way leads from us to { $names }, who decides.
   *[other] No way leads from us to { $names }, who decide.
}
risk-STALE_MAP = Only { $percent }% of the members were judged or spoken to within { $window } days. What we know of the others is old: { $names }.
risk-GUESSWORK = Only { $percent }% of the roles are confirmed. Assumed are: { $roles } ({ $names }).
risk-AWARENESS_LAGS = { $count ->
    [one] Somebody who matters is less aware than this phase needs: { $names }.
   *[other] { $count } people who matter are less aware than this phase needs: { $names }.
}
risk-AHEAD_OF_BUYER = { $gap ->
    [one] Our selling has been a phase ahead of the customer for { $days } days.
   *[other] Our selling has been { $gap } phases ahead of the customer for { $days } days.
}
risk-OVERDUE = { $days ->
    [one] The customer has been in this phase for a day; healthy are { $limit } at most.
   *[other] The customer has been in this phase for { $days } days; healthy are { $limit } at most.
}
risk-MEMBER_LEFT = { $count ->
    [one] { $names } has left the post.
   *[other] { $count } members have left their posts: { $names }.
}
risk-UNANSWERED_OBJECTION = { $objection ->
    [QUESTION] A question of { $raiser } has been open for { $days } days.
    [COMPLAINT] A complaint of { $raiser } has been open for { $days } days.
   *[OBJECTION] An objection of { $raiser } has been open for { $days } days.
}{ $count ->
    [1] {""}
   *[other] {" "}In all, { $count } wait for an answer.
}

# What to do next, and why where no risk is behind it
action-FIND_ROLE = Find out who plays this role: { $roles }
action-REPLACE_LEAVER = Find out who takes over from { $names }
action-ENGAGE_ROLE = { $behind ->
    [SINGLE_THREADED] Build more relationships on the committee
    [DECIDER_OUT_OF_REACH] Find a way to { $names }
    [GATEKEEPER_ONLY_WAY] Find a way to { $names } that passes no gatekeeper
   *[other] Get in touch with more of those who play this role: { $roles }
}
action-TALK_TO_CHAMPION = { $behind ->
    [NO_CHAMPION] Win a champion
   *[other] Talk to { $names }
}
action-RAISE_AWARENESS = Bring { $names } to where this phase needs them
action-REALIGN = Take the customer along before you go on
action-UNBLOCK_PHASE = Find out what holds the customer in this phase
action-ANSWER_OBJECTION = { $objection ->
    [QUESTION] Answer the question of { $names }
    [COMPLAINT] Settle the complaint of { $names }
   *[OBJECTION] Answer the objection of { $names }
}
action-CONFIRM_MAP = Check with the customer whether our map is right
action-MEET_NEED = Meet what { $names } needs
action-EVALUATE_PURCHASE = Ask the customer how the purchase turned out
action-PROPOSE_NEXT = Propose what comes next
reason-FIND_ROLE = This phase expects somebody in this role, and nobody is known: { $roles }.
reason-ENGAGE_ROLE = { $engaged } of { $goal } wanted players of this role are in touch with us: { $roles }.
reason-RAISE_AWARENESS = { $names }: less aware than this phase needs.
reason-ANSWER_OBJECTION = { $objection ->
    [QUESTION] An open question: “{ $text }”
    [COMPLAINT] An open complaint: “{ $text }”
   *[OBJECTION] An open objection: “{ $text }”
}
reason-MEET_NEED = { $need ->
    [GOAL] An open goal: “{ $text }”
    [PAIN_POINT] An open pain point: “{ $text }”
    [PREFERENCE] An open preference: “{ $text }”
   *[REQUIREMENT] An open requirement: “{ $text }”
}
reason-EVALUATE_PURCHASE = It was delivered 30 days ago or more, and nobody has judged the purchase yet.
reason-PROPOSE_NEXT = The customer wants to go on, and no deal continues this one.
advice = What helps in this phase: { $advice }

# Why a figure is what it is
why-completeness = { $count ->
    [0] Somebody plays each required role.
   *[other] Weighed, { $percent }% of the required roles are played ({ $part } of { $whole }). Missing: { $roles }.
}
why-completeness-unknown = The process requires no role.
why-completeness_unweighted = { $count ->
    [0] Somebody plays each required role.
   *[other] { $part } of { $whole } required roles are played. Missing: { $roles }.
}
why-completeness_unweighted-unknown = The process requires no role.
why-goal_attainment = { $count ->
    [0] As many as wanted are in touch with us in each role.
   *[other] { $part } of { $whole } wanted players are in touch with us. Too few in: { $roles }.
}
why-goal_attainment-unknown = The process expects no role.
why-phase_fit = { $count ->
    [0] In each role that this phase requires somebody is in touch with us.
   *[other] In { $part } of { $whole } roles that this phase requires somebody is in touch with us. Lacking: { $roles }.
}
why-phase_fit-unknown = The phase requires no role.
why-confirmed_share = { $count ->
    [0] All roles are confirmed.
   *[other] { $part } of { $whole } roles are confirmed. Assumed: { $roles } ({ $names }).
}
why-confirmed_share-unknown = Nobody plays a role.
why-freshness = { $count ->
    [0] All members were judged or spoken to within { $window } days.
   *[other] { $part } of { $whole } members were judged or spoken to within { $window } days. The others: { $names }.
}
why-freshness-unknown = Nobody sits on the committee.
why-threads = { $count ->
    [0] With nobody our relationship is stronger than { $limit } of 100.
    [one] With one member our relationship is stronger than { $limit } of 100: { $names }.
   *[other] With { $count } members our relationship is stronger than { $limit } of 100: { $names }.
}
why-thread_roles = { $count ->
    [0] Nobody with whom we have a living relationship plays a role.
    [one] Those with whom we have a living relationship play one role: { $roles }.
   *[other] Those with whom we have a living relationship play { $count } roles: { $roles }.
}
why-thread_branches = { $count ->
    [0] No living relationship of ours lies in a known line of reporting.
    [one] Our living relationships lie in one line of reporting: { $names }.
   *[other] Our living relationships lie in { $count } lines of reporting: { $names }.
}
why-acquaintance_gap = { $count ->
    [0] We know everybody as well as we want to.
    [one] We know one member less well than we want to: { $names }.
   *[other] We know { $count } members less well than we want to: { $names }.
}
why-support = { $count ->
    [0] Weighed by influence, stances reach { $part } of { $whole }. Nobody whose influence we know is against us.
   *[other] Weighed by influence, stances reach { $part } of { $whole }. Against us: { $names }.
}
why-support-unknown = Of nobody both stance and influence are known.
why-unknown_influence_share = { $count ->
    [0] The stance of everybody with influence is known.
   *[other] { $percent }% of the influence is with members whose stance is unknown: { $names }.
}
why-unknown_influence_share-unknown = Nobody's influence is known.
why-key_player_majority = { $count ->
    [0] All key players are for us.
   *[other] { $part } of { $whole } key players are for us. Not won yet: { $names }.
}
why-key_player_majority-unknown = There is no key player.
why-consensus = How far these key players agree over us, from 0 to 100%: { $percent }% ({ $names }).
why-consensus-unknown = Of fewer than two key players the stance is known.
why-champion_margin = { $whole ->
    [0] Our mightiest champion has an influence of { $part }, and nobody whose influence we know is against us: { $names }.
   *[other] Our mightiest champion has an influence of { $part }, the mightiest against us { $whole }: { $names }.
}
why-champion_margin-unknown = There is no champion of known influence.
why-blocker_exposure = { $percent }% of what sways a decider comes from people who are against us: { $names }.
why-blocker_exposure-unknown = Nobody of known stance and influence is known to sway a decider.
why-blind_spot = { $count ->
    [0] Nobody is known to be against us.
    [one] One member is against us: { $names }.
   *[other] { $count } members are against us: { $names }.
}
why-levels = { $count ->
    [one] One level of hierarchy takes part.
   *[other] { $count } levels of hierarchy take part.
}
why-departments = { $count ->
    [one] One department takes part.
   *[other] { $count } departments take part.
}
why-people = { $count ->
    [one] One person takes part.
   *[other] { $count } people take part.
}
why-density = { $part } of { $whole } possible ties between them are known.
why-density-unknown = Fewer than two people take part.
