"""The closed vocabularies as clients see them: every value in one plain sentence."""

from enum import EnumMeta

import strawberry

from cypher.words import (
    Access,
    AccountSort,
    ActionKind,
    AlignmentState,
    Awareness,
    BuyClass,
    Certainty,
    ChangeAction,
    CloseStatus,
    ContinueReason,
    CoverageState,
    DealGroupBy,
    DealSort,
    DealStatus,
    Direction,
    DuplicateReason,
    GroupKind,
    InteractionKind,
    Lifecycle,
    NeedKind,
    NeedStatus,
    ObjectionKind,
    ObjectionStatus,
    Permission,
    PersonSort,
    RelationshipKind,
    RiskKind,
    Role,
    Seniority,
    Severity,
    SortDirection,
    Stance,
    Step,
    TieKind,
    Verdict,
)
from service.outcomes import ConflictReason, IssueCode

__all__ = [
    "Access",
    "AccountSort",
    "ActionKind",
    "AlignmentState",
    "Awareness",
    "BuyClass",
    "Certainty",
    "ChangeAction",
    "CloseStatus",
    "ConflictReason",
    "ContinueReason",
    "CoverageState",
    "DealGroupBy",
    "DealSort",
    "DealStatus",
    "Direction",
    "DuplicateReason",
    "GroupKind",
    "InteractionKind",
    "IssueCode",
    "Lifecycle",
    "NeedKind",
    "NeedStatus",
    "ObjectionKind",
    "ObjectionStatus",
    "Permission",
    "PersonSort",
    "RelationshipKind",
    "RiskKind",
    "Role",
    "Seniority",
    "Severity",
    "SortDirection",
    "Stance",
    "Step",
    "TieKind",
    "Verdict",
]


def told(vocabulary: EnumMeta, description: str, **values: str) -> None:
    """Make a vocabulary an enum of the schema; every value must be described. To add one, import it, tell it, export it."""
    strawberry.enum(vocabulary, description=description)
    for value in vocabulary.__strawberry_definition__.values:  # type: ignore[attr-defined]
        value.description = values.pop(value.name)
    if values:
        raise TypeError(f"{vocabulary.__name__} has no {', '.join(values)}.")


told(
    Permission,
    "How far a team member's changes reach; everybody reads all of the workspace.",
    VIEWER="Reads, and puts off what its own agenda shows.",
    EDITOR="Changes accounts, people, deals, committees and interactions, and imports.",
    MANAGER="Also processes, products, merging, deleting, restoring and account teams.",
    ADMIN="Also team members, the workspace and erasure.",
)
told(
    DuplicateReason,
    "Why people are probably the same.",
    SAME_EMAIL="One e-mail address, in any case of letters.",
    SAME_NAME_AND_EMPLOYER="One name, letters folded, at the account of the primary current post.",
)
told(
    DealGroupBy,
    "What deals are grouped by.",
    STATUS="How they stand.",
    PHASE="The phase that they are in.",
    STAGE="The stage that they are in.",
    OWNER="Who of us owns them.",
    ACCOUNT="Who buys.",
    INDUSTRY="The branch of who buys.",
    BUY_CLASS="How new the purchase is for the customer.",
    CURRENCY="The currency of their amount.",
    BUYING_PROCESS="How the customer buys.",
    SALES_PROCESS="How we sell.",
    PRODUCT="What they sell; a deal with several is in the group of each.",
    SOURCE="What set them off.",
    CLOSE_REASON="Why they closed so.",
    CLOSED_MONTH="The month in which they were closed, in the workspace's time zone.",
    EXPECTED_CLOSE_MONTH="The month in which they are expected to close.",
)
told(SortDirection, "Which way a list runs.", ASC="Smallest first; nulls last.", DESC="Greatest first; nulls last.")
told(
    AccountSort,
    "What accounts can be ordered by.",
    NAME="The name, letters folded.",
    CREATED_AT="When it was entered.",
    UPDATED_AT="When it was last changed.",
    EMPLOYEES="How many work there.",
    ANNUAL_REVENUE="The yearly revenue as a number, whatever the currency.",
)
told(
    ChangeAction,
    "What was done to an entity.",
    CREATED="It was entered.",
    UPDATED="Some of its fields were changed.",
    ENDED="It holds no longer, and stays in the past.",
    MOVED="A deal went to another phase or stage.",
    CLOSED="A deal was won, lost or abandoned.",
    REOPENED="A closed deal was opened again.",
    DELETED="It was hidden as a mistake.",
    RESTORED="It was brought back.",
    MERGED="It took another one in.",
    ERASED="What identified a person was removed.",
)
told(
    ConflictReason,
    "Why a change stands against what is there.",
    STALE_VERSION="It was changed since the version that the change was based on.",
    ALREADY_EXISTS="What may be there only once is there.",
    IDEMPOTENCY_KEY_REUSED="The key was used before with another input.",
)
told(
    IssueCode,
    "What is wrong with a value.",
    REQUIRED="It must have a value.",
    BAD_VALUE="It can't be used as it is.",
    OUT_OF_RANGE="It is smaller or greater than allowed.",
    TOO_LONG="It has too many characters.",
    TOO_MANY="It has too many entries.",
    UNKNOWN_KEY="Nothing has this key.",
    DUPLICATE_KEY="It names the same twice.",
    CONTRADICTION="It says what another field excludes.",
    WRONG_STATE="What it is about is not in a state for this.",
    SELF_TIE="It ties a person to themselves.",
    CYCLE="It would close a circle.",
    OUT_OF_ORDER="It lies before what it must follow.",
    IN_FUTURE="It lies after now.",
    PAST_MOMENT="It names a past moment, which can't be changed.",
    PHASE_IN_USE="A deal is in the phase.",
    ACCOUNT_REQUIRED="An account must be named.",
    POST_REQUIRED="A post must be named.",
)
told(
    Seniority,
    "How high a post stands.",
    BOARD="On the board.",
    EXECUTIVE="Leads the company or a large part of it.",
    DIRECTOR="Leads several teams or a branch of the work.",
    MANAGER="Leads a team.",
    SPECIALIST="Works in the subject without leading.",
    ASSISTANT="Supports somebody else's work.",
)
told(
    Role,
    "The parts that people and groups play in a buying decision.",
    USER="Will use the product.",
    INFLUENCER="Sways the decision, from inside or outside.",
    DECIDER="Gathers the views and reaches the decision.",
    APPROVER="Gives the final word, often as owner of the budget.",
    BUYER="Places orders and deals with suppliers.",
    GATEKEEPER="Controls access to others.",
)
told(
    Certainty,
    "How sure we are.",
    ASSUMED="We think so.",
    CONFIRMED="Somebody has made sure.",
)
told(
    GroupKind,
    "What sort of body a group is.",
    BOARD="A board.",
    TEAM="A team.",
    DEPARTMENT="A department.",
    COMMITTEE="A committee.",
    OTHER="Something else.",
)
told(
    RelationshipKind,
    "How one person is tied to another.",
    REPORTS_TO="The one has the other as manager.",
    INFLUENCES="The one sways what the other thinks.",
    CONFLICTS_WITH="The two are at odds; the direction means nothing.",
    KNOWS="The one knows the other.",
    CONTROLS_ACCESS_TO="The one decides who gets to the other.",
)
told(
    Direction,
    "Which end of a tie a person stands at.",
    OUT="The tie starts at the person.",
    IN="The tie ends at the person.",
    BOTH="Either.",
)
told(
    PersonSort,
    "What people can be ordered by.",
    NAME="The name, letters folded.",
    CREATED_AT="When they were entered.",
    UPDATED_AT="When they were last changed.",
)
told(
    Stance,
    "How a member stands towards our offer; null where unknown.",
    CHAMPION="Fights for us.",
    SUPPORTER="Is for us.",
    NEUTRAL="Is neither for nor against us.",
    SCEPTIC="Has doubts.",
    BLOCKER="Works against us.",
)
told(
    Access,
    "How well we reach a member; a judgement that enters no figure.",
    NONE="Not at all.",
    INTRODUCED="We were introduced.",
    IN_CONTACT="We are in contact.",
    REGULAR="We talk regularly.",
    DEEP="We are trusted.",
)
told(
    Awareness,
    "How far somebody has come on the way from not knowing to buying.",
    UNAWARE="Does not know the need or the offer.",
    AWARENESS="Knows of it.",
    INTEREST="Wants to know more.",
    CONVICTION="Is convinced that it would serve.",
    DESIRE="Wants it.",
    ACTION="Acts to get it.",
)
told(
    DealStatus,
    "How a deal stands.",
    OPEN="It is being decided.",
    WON="The customer bought from us.",
    LOST="The customer bought elsewhere.",
    ABANDONED="Nobody bought, or we withdrew.",
)
told(
    Lifecycle,
    "How far an account is a customer.",
    PROSPECT="It has bought nothing yet.",
    CUSTOMER="It bought, and lately, or more is being decided.",
    FORMER_CUSTOMER="It bought long ago, and nothing is being decided.",
)
told(
    BuyClass,
    "How new the purchase is for the customer.",
    NEW_TASK="It buys such a thing for the first time.",
    MODIFIED_REBUY="It buys it again, changed.",
    STRAIGHT_REBUY="It buys it again as before.",
)
told(
    DealSort,
    "What deals can be ordered by.",
    NAME="The name, letters folded.",
    AMOUNT="The amount as a number, whatever the currency.",
    EXPECTED_CLOSE_ON="The day on which it is expected to close.",
    CREATED_AT="When it was entered.",
    UPDATED_AT="When it was last changed.",
    CLOSED_AT="When it was closed.",
    PHASE_ENTERED_AT="When it came into its phase.",
    LAST_INTERACTION_AT="When we last had contact about it.",
)
told(
    CloseStatus,
    "How a deal is closed.",
    WON="The customer buys from us.",
    LOST="The customer buys elsewhere.",
    ABANDONED="Nobody buys, or we withdraw.",
)
told(
    Step,
    "A kind of step of a deal.",
    START="To the first visit.",
    ADVANCE="To the next phase or stage.",
    SKIP="Further than the next.",
    RETURN="To an earlier one.",
    REPEAT="To the same one again.",
    SWITCH="Into another process.",
    REOPEN="A closed deal opened again.",
    CLOSE="Won, lost or abandoned.",
)
told(
    AlignmentState,
    "How our selling stands to the customer's buying.",
    SELLER_BEHIND="The customer is further than we are.",
    IN_STEP="Our stage serves the phase that the customer is in.",
    SELLER_AHEAD="We are further than the customer.",
    UNMAPPED="Our stage serves no phase of the customer's process, or one of the two is missing.",
)
told(
    TieKind,
    "How two are tied on a map or a route: as people are, and two more.",
    REPORTS_TO="The one has the other as manager.",
    INFLUENCES="The one sways what the other thinks.",
    CONFLICTS_WITH="The two are at odds; the direction means nothing.",
    KNOWS="The one knows the other.",
    CONTROLS_ACCESS_TO="The one decides who gets to the other.",
    COVERS="One of us knows the person.",
    MEMBER_OF="The person belongs to the group.",
)
told(
    Severity,
    "How bad it is.",
    LOW="Worth knowing.",
    MEDIUM="It should be dealt with.",
    HIGH="It endangers the deal.",
)
told(
    Verdict,
    "How a figure stands to its threshold.",
    GOOD="On the right side of it.",
    WARN="On the wrong side of it.",
    BAD="Far on the wrong side of it.",
    UNKNOWN="The figure can't be known, or is held against no threshold.",
)
told(
    CoverageState,
    "How an expected role stands.",
    MISSING="Nobody plays it.",
    UNENGAGED="Nobody who plays it is in touch with us.",
    BELOW_GOAL="Fewer of them than wanted are in touch with us.",
    COVERED="As many as wanted are in touch with us.",
    NOT_EXPECTED="The phase does not expect it.",
)
told(
    InteractionKind,
    "What sort of contact we had.",
    CALL="A call.",
    MEETING="A meeting.",
    MESSAGE="A message, such as a letter or an e-mail.",
    DEMO="We showed what we sell.",
    VISIT="A visit, by them or by us.",
    EVENT="An event such as a fair.",
    OTHER="Anything else.",
)
told(
    NeedKind,
    "What sort of need somebody has.",
    GOAL="What they want to reach.",
    PAIN_POINT="What troubles them.",
    REQUIREMENT="What an offer must have.",
    PREFERENCE="What they would rather have.",
)
told(NeedStatus, "How a need stands.", OPEN="It waits to be met.", MET="It is met.", DROPPED="Nobody has it any more.")
told(
    ObjectionKind,
    "What sort of doubt somebody raised.",
    OBJECTION="Something that speaks against us or the offer.",
    QUESTION="Something that they want to know.",
    COMPLAINT="Something that went wrong.",
)
told(
    ObjectionStatus,
    "How an objection stands.",
    OPEN="It waits for an answer.",
    ANSWERED="We answered it.",
    WITHDRAWN="They took it back.",
)
told(
    ContinueReason,
    "Why a customer wants to go on with us.",
    SPEEDS_UP_GOAL="It reaches its goal sooner.",
    OTHER_GOALS="It has other goals that we can serve.",
    SATISFIED="It is content.",
)
told(
    Lifecycle,
    "Whether an account buys from us.",
    PROSPECT="It has not bought yet.",
    CUSTOMER="It bought.",
    FORMER_CUSTOMER="It bought long ago, and no deal with it is open.",
)
told(
    RiskKind,
    "What endangers a deal.",
    NO_DECIDER="Nobody is known who decides, though the phase or an earlier one requires it.",
    NO_APPROVER="Nobody is known who gives the final word, though the phase or an earlier one requires it.",
    ROLE_MISSING="Nobody plays another role that the phase requires.",
    ROLE_UNENGAGED="Nobody who plays a required role is in touch with us.",
    SINGLE_THREADED="At most one living relationship, from the second phase on.",
    NO_CHAMPION="Nobody is our champion, from the second phase on.",
    CHAMPION_GONE_COLD="A champion has not been spoken to for long, or never.",
    CHAMPION_WITHOUT_INFLUENCE="Each champion has little influence.",
    RIVAL_CHAMPION="A key player favours a competitor.",
    BLOCKER_NEAR_DECIDER="Much of what sways a decider comes from people against us.",
    KEY_PLAYERS_AGAINST="No more than half of the key players are for us.",
    NO_CONSENSUS="The key players are divided.",
    BLIND_SPOT="Of five members or more, nobody is known to be against us.",
    GATEKEEPER_ONLY_WAY="Every good route to a decider or approver passes a gatekeeper.",
    DECIDER_OUT_OF_REACH="No route leads to a decider.",
    STALE_MAP="Most members were neither judged nor spoken to lately.",
    GUESSWORK="Too few roles are confirmed.",
    AWARENESS_LAGS="Somebody who matters is less aware than the phase needs.",
    AHEAD_OF_BUYER="Our selling has been ahead of the customer for long.",
    OVERDUE="The stay in the phase is longer than is healthy.",
    MEMBER_LEFT="A member has left the post it had when it joined.",
    UNANSWERED_OBJECTION="An objection, question or complaint has been open for long.",
)
told(
    ActionKind,
    "What a seller can do next.",
    FIND_ROLE="Find out who plays an expected role.",
    REPLACE_LEAVER="Find out who follows a member that left its post.",
    ENGAGE_ROLE="Get in touch with those who play a role, or with more of the committee.",
    TALK_TO_CHAMPION="Win a champion, or talk to one.",
    RAISE_AWARENESS="Bring members to the awareness that the phase needs.",
    REALIGN="Let the customer catch up with our selling.",
    UNBLOCK_PHASE="Find out what holds the customer in the phase.",
    ANSWER_OBJECTION="Answer an objection, a question or a complaint.",
    CONFIRM_MAP="Check what we know of the committee.",
    MEET_NEED="Meet a need.",
    EVALUATE_PURCHASE="Have the purchase judged.",
    PROPOSE_NEXT="Propose the next deal.",
)
