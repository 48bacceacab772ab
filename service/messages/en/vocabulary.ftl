# What the words of the vocabularies are called, and what each means.

# Role
term-Role-USER = { role-USER }
    .told = Will use the product.
term-Role-INFLUENCER = { role-INFLUENCER }
    .told = Sways the decision, from inside or outside.
term-Role-DECIDER = { role-DECIDER }
    .told = Gathers the views and reaches the decision.
term-Role-APPROVER = { role-APPROVER }
    .told = Gives the final word, often as owner of the budget.
term-Role-BUYER = { role-BUYER }
    .told = Places orders and deals with suppliers.
term-Role-GATEKEEPER = { role-GATEKEEPER }
    .told = Controls access to others.

# Stance
term-Stance-CHAMPION = Champion
    .told = Fights for us.
term-Stance-SUPPORTER = Supporter
    .told = Is for us.
term-Stance-NEUTRAL = Neutral
    .told = Is neither for nor against us.
term-Stance-SCEPTIC = Sceptic
    .told = Has doubts.
term-Stance-BLOCKER = Blocker
    .told = Works against us.

# Access
term-Access-NONE = None
    .told = Not at all.
term-Access-INTRODUCED = Introduced
    .told = We were introduced.
term-Access-IN_CONTACT = In contact
    .told = We are in contact.
term-Access-REGULAR = Regular
    .told = We talk regularly.
term-Access-DEEP = Deep
    .told = We are trusted.

# Awareness
term-Awareness-UNAWARE = Unaware
    .told = Does not know the need or the offer.
term-Awareness-AWARENESS = Awareness
    .told = Knows of it.
term-Awareness-INTEREST = Interest
    .told = Wants to know more.
term-Awareness-CONVICTION = Conviction
    .told = Is convinced that it would serve.
term-Awareness-DESIRE = Desire
    .told = Wants it.
term-Awareness-ACTION = Action
    .told = Acts to get it.

# Certainty
term-Certainty-ASSUMED = Assumed
    .told = We think so.
term-Certainty-CONFIRMED = Confirmed
    .told = Somebody has made sure.

# Seniority
term-Seniority-BOARD = Board
    .told = On the board.
term-Seniority-EXECUTIVE = Executive
    .told = Leads the company or a large part of it.
term-Seniority-DIRECTOR = Director
    .told = Leads several teams or a branch of the work.
term-Seniority-MANAGER = Manager
    .told = Leads a team.
term-Seniority-SPECIALIST = Specialist
    .told = Works in the subject without leading.
term-Seniority-ASSISTANT = Assistant
    .told = Supports somebody else's work.

# GroupKind
term-GroupKind-BOARD = Board
    .told = A board.
term-GroupKind-TEAM = Team
    .told = A team.
term-GroupKind-DEPARTMENT = Department
    .told = A department.
term-GroupKind-COMMITTEE = Committee
    .told = A committee.
term-GroupKind-OTHER = Other
    .told = Something else.

# RelationshipKind
term-RelationshipKind-REPORTS_TO = Reports to
    .told = The one has the other as manager.
term-RelationshipKind-INFLUENCES = Influences
    .told = The one sways what the other thinks.
term-RelationshipKind-CONFLICTS_WITH = Conflicts with
    .told = The two are at odds; the direction means nothing.
term-RelationshipKind-KNOWS = Knows
    .told = The one knows the other.
term-RelationshipKind-CONTROLS_ACCESS_TO = Controls access to
    .told = The one decides who gets to the other.

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
term-TieKind-COVERS = Covers
    .told = One of us knows the person.
term-TieKind-MEMBER_OF = Member of
    .told = The person belongs to the group.

# Lifecycle
term-Lifecycle-PROSPECT = Prospect
    .told = It has not bought yet.
term-Lifecycle-CUSTOMER = Customer
    .told = It bought.
term-Lifecycle-FORMER_CUSTOMER = Former customer
    .told = It bought long ago, and no deal with it is open.

# DealStatus
term-DealStatus-OPEN = Open
    .told = It is being decided.
term-DealStatus-WON = Won
    .told = The customer bought from us.
term-DealStatus-LOST = Lost
    .told = The customer bought elsewhere.
term-DealStatus-ABANDONED = Abandoned
    .told = Nobody bought, or we withdrew.

# CloseStatus
term-CloseStatus-WON = { term-DealStatus-WON }
    .told = { term-DealStatus-WON.told }
term-CloseStatus-LOST = { term-DealStatus-LOST }
    .told = { term-DealStatus-LOST.told }
term-CloseStatus-ABANDONED = { term-DealStatus-ABANDONED }
    .told = { term-DealStatus-ABANDONED.told }

# BuyClass
term-BuyClass-NEW_TASK = New task
    .told = It buys such a thing for the first time.
term-BuyClass-MODIFIED_REBUY = Modified rebuy
    .told = It buys it again, changed.
term-BuyClass-STRAIGHT_REBUY = Straight rebuy
    .told = It buys it again as before.

# Step
term-Step-START = Start
    .told = To the first visit.
term-Step-ADVANCE = Advance
    .told = To the next phase or stage.
term-Step-SKIP = Skip
    .told = Further than the next.
term-Step-RETURN = Return
    .told = To an earlier one.
term-Step-REPEAT = Repeat
    .told = To the same one again.
term-Step-SWITCH = Switch
    .told = Into another process.
term-Step-REOPEN = Reopen
    .told = A closed deal opened again.
term-Step-CLOSE = Close
    .told = Won, lost or abandoned.

# Permission
term-Permission-VIEWER = Viewer
    .told = Reads, and puts off what its own agenda shows.
term-Permission-EDITOR = Editor
    .told = Changes accounts, people, deals, committees and interactions, and imports.
term-Permission-MANAGER = Manager
    .told = Also processes, products, merging, deleting, restoring and account teams.
term-Permission-ADMIN = Admin
    .told = Also team members, the workspace and erasure.

# InteractionKind
term-InteractionKind-CALL = Call
    .told = A call.
term-InteractionKind-MEETING = Meeting
    .told = A meeting.
term-InteractionKind-MESSAGE = Message
    .told = A message, such as a letter or an e-mail.
term-InteractionKind-DEMO = Demo
    .told = We showed what we sell.
term-InteractionKind-VISIT = Visit
    .told = A visit, by them or by us.
term-InteractionKind-EVENT = Event
    .told = An event such as a fair.
term-InteractionKind-OTHER = Other
    .told = Anything else.

# NeedKind
term-NeedKind-GOAL = Goal
    .told = What they want to reach.
term-NeedKind-PAIN_POINT = Pain point
    .told = What troubles them.
term-NeedKind-REQUIREMENT = Requirement
    .told = What an offer must have.
term-NeedKind-PREFERENCE = Preference
    .told = What they would rather have.

# NeedStatus
term-NeedStatus-OPEN = Open
    .told = It waits to be met.
term-NeedStatus-MET = Met
    .told = It is met.
term-NeedStatus-DROPPED = Dropped
    .told = Nobody has it any more.

# ObjectionKind
term-ObjectionKind-OBJECTION = Objection
    .told = Something that speaks against us or the offer.
term-ObjectionKind-QUESTION = Question
    .told = Something that they want to know.
term-ObjectionKind-COMPLAINT = Complaint
    .told = Something that went wrong.

# ObjectionStatus
term-ObjectionStatus-OPEN = Open
    .told = It waits for an answer.
term-ObjectionStatus-ANSWERED = Answered
    .told = We answered it.
term-ObjectionStatus-WITHDRAWN = Withdrawn
    .told = They took it back.

# ContinueReason
term-ContinueReason-SPEEDS_UP_GOAL = Speeds up goal
    .told = It reaches its goal sooner.
term-ContinueReason-OTHER_GOALS = Other goals
    .told = It has other goals that we can serve.
term-ContinueReason-SATISFIED = Satisfied
    .told = It is content.

# Severity
term-Severity-LOW = Low
    .told = Worth knowing.
term-Severity-MEDIUM = Medium
    .told = It should be dealt with.
term-Severity-HIGH = High
    .told = It endangers the deal.

# Verdict
term-Verdict-GOOD = Good
    .told = On the right side of it.
term-Verdict-WARN = Warn
    .told = On the wrong side of it.
term-Verdict-BAD = Bad
    .told = Far on the wrong side of it.
term-Verdict-UNKNOWN = Unknown
    .told = The figure can't be known, or is held against no threshold.

# CoverageState
term-CoverageState-MISSING = Missing
    .told = Nobody plays it.
term-CoverageState-UNENGAGED = Unengaged
    .told = Nobody who plays it is in touch with us.
term-CoverageState-BELOW_GOAL = Below goal
    .told = Fewer of them than wanted are in touch with us.
term-CoverageState-COVERED = Covered
    .told = As many as wanted are in touch with us.
term-CoverageState-NOT_EXPECTED = Not expected
    .told = The phase does not expect it.

# AlignmentState
term-AlignmentState-SELLER_BEHIND = Seller behind
    .told = The customer is further than we are.
term-AlignmentState-IN_STEP = In step
    .told = Our stage serves the phase that the customer is in.
term-AlignmentState-SELLER_AHEAD = Seller ahead
    .told = We are further than the customer.
term-AlignmentState-UNMAPPED = Unmapped
    .told = Our stage serves no phase of the customer's process, or one of the two is missing.

# ChangeAction
term-ChangeAction-CREATED = Created
    .told = It was entered.
term-ChangeAction-UPDATED = Updated
    .told = Some of its fields were changed.
term-ChangeAction-ENDED = Ended
    .told = It holds no longer, and stays in the past.
term-ChangeAction-MOVED = Moved
    .told = A deal went to another phase or stage.
term-ChangeAction-CLOSED = Closed
    .told = A deal was won, lost or abandoned.
term-ChangeAction-REOPENED = Reopened
    .told = A closed deal was opened again.
term-ChangeAction-DELETED = Deleted
    .told = It was hidden as a mistake.
term-ChangeAction-RESTORED = Restored
    .told = It was brought back.
term-ChangeAction-MERGED = Merged
    .told = It took another one in.
term-ChangeAction-ERASED = Erased
    .told = What identified a person was removed.

# RiskKind
term-RiskKind-NO_DECIDER = No decider
    .told = Nobody is known who decides, though the phase or an earlier one requires it.
term-RiskKind-NO_APPROVER = No approver
    .told = Nobody is known who gives the final word, though the phase or an earlier one requires it.
term-RiskKind-ROLE_MISSING = Role missing
    .told = Nobody plays another role that the phase requires.
term-RiskKind-ROLE_UNENGAGED = Role unengaged
    .told = Nobody who plays a required role is in touch with us.
term-RiskKind-SINGLE_THREADED = Single threaded
    .told = At most one living relationship, from the second phase on.
term-RiskKind-NO_CHAMPION = No champion
    .told = Nobody is our champion, from the second phase on.
term-RiskKind-CHAMPION_GONE_COLD = Champion gone cold
    .told = A champion has not been spoken to for long, or never.
term-RiskKind-CHAMPION_WITHOUT_INFLUENCE = Champion without influence
    .told = Each champion has little influence.
term-RiskKind-RIVAL_CHAMPION = Rival champion
    .told = A key player favours a competitor.
term-RiskKind-BLOCKER_NEAR_DECIDER = Blocker near decider
    .told = Much of what sways a decider comes from people against us.
term-RiskKind-KEY_PLAYERS_AGAINST = Key players against
    .told = No more than half of the key players are for us.
term-RiskKind-NO_CONSENSUS = No consensus
    .told = The key players are divided.
term-RiskKind-BLIND_SPOT = Blind spot
    .told = Of five members or more, nobody is known to be against us.
term-RiskKind-GATEKEEPER_ONLY_WAY = Gatekeeper only way
    .told = Every good route to a decider or approver passes a gatekeeper.
term-RiskKind-DECIDER_OUT_OF_REACH = Decider out of reach
    .told = No route leads to a decider.
term-RiskKind-STALE_MAP = Stale map
    .told = Most members were neither judged nor spoken to lately.
term-RiskKind-GUESSWORK = Guesswork
    .told = Too few roles are confirmed.
term-RiskKind-AWARENESS_LAGS = Awareness lags
    .told = Somebody who matters is less aware than the phase needs.
term-RiskKind-AHEAD_OF_BUYER = Ahead of buyer
    .told = Our selling has been ahead of the customer for long.
term-RiskKind-OVERDUE = Overdue
    .told = The stay in the phase is longer than is healthy.
term-RiskKind-MEMBER_LEFT = Member left
    .told = A member has left the post it had when it joined.
term-RiskKind-UNANSWERED_OBJECTION = Unanswered objection
    .told = An objection, question or complaint has been open for long.

# ActionKind
term-ActionKind-FIND_ROLE = Find role
    .told = Find out who plays an expected role.
term-ActionKind-REPLACE_LEAVER = Replace leaver
    .told = Find out who follows a member that left its post.
term-ActionKind-ENGAGE_ROLE = Engage role
    .told = Get in touch with those who play a role, or with more of the committee.
term-ActionKind-TALK_TO_CHAMPION = Talk to champion
    .told = Win a champion, or talk to one.
term-ActionKind-RAISE_AWARENESS = Raise awareness
    .told = Bring members to the awareness that the phase needs.
term-ActionKind-REALIGN = Realign
    .told = Let the customer catch up with our selling.
term-ActionKind-UNBLOCK_PHASE = Unblock phase
    .told = Find out what holds the customer in the phase.
term-ActionKind-ANSWER_OBJECTION = Answer objection
    .told = Answer an objection, a question or a complaint.
term-ActionKind-CONFIRM_MAP = Confirm map
    .told = Check what we know of the committee.
term-ActionKind-MEET_NEED = Meet need
    .told = Meet a need.
term-ActionKind-EVALUATE_PURCHASE = Evaluate purchase
    .told = Have the purchase judged.
term-ActionKind-PROPOSE_NEXT = Propose next
    .told = Propose the next deal.
