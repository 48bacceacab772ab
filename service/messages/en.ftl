# Problems: what is wrong, where, and what to do.
forbidden = You need the permission { $needed } for this; yours is { $yours }. Ask an administrator of your workspace.
not-found = There is no { $kind } with this id. It may have been removed, or the id belongs to something else; look it up again.
stale-version = It was changed meanwhile: you based this on version { $expected }, it is at { $current }. Read it again and repeat your change.
already-exists = It is already there; see currentEntity. Change that one instead.
ref-exists = The external reference { $system }/{ $key } already names something else; see currentEntity.
key-reused = This idempotencyKey was used before with another input. Use a new key for a new request.
invalid-input = { $count ->
    [one] One thing is wrong with the input: { $first }
   *[other] { $count } things are wrong with the input, the first: { $first }
}

# Issues
required = { $field } must have a value.
blank = { $field } holds nothing that can be seen. Send null to clear it, or leave it out.
blank-entry = { $field } holds an entry in which nothing can be seen. Leave that entry out.
bad-key = { $field } may hold no control characters.
too-long = { $field } may have { $max } characters at most; this has { $length }.
too-many = { $field } may have { $max } entries at most; these are { $count }.
bad-text = { $field } holds a character that can't be stored (NUL, or half of a surrogate pair). Remove it.
out-of-range = { $field } must be between { $low } and { $high }.
bad-number = { $field } must be a plain number as text, such as "1250.50": digits, with a point before the decimals.
bad-amount = { $field } must be a plain number with at most 14 digits before and 4 after the point.
bad-currency = { $field } must hold a currency code of ISO 4217 in capital letters, such as EUR.
unknown-key = { $field }: nothing has the key { $value } here.
duplicate = { $field } names { $value } twice; once is enough.
out-of-order = { $field } must not be before { $other }.
in-future = { $field } is after today; record it when it has happened.
self-tie = A person can't be tied to themselves.
cycle = This would close a circle: { $lower } is already above { $upper } there.
past-moment = { $field } names a past moment, at which nothing can be changed. Use the id without a moment: `current` has it.
bad-time-zone = { $field } must be an IANA time zone, such as Europe/Warsaw.

# Changes
change-somebody = Somebody
change-named = { $kind } “{ $name }”
change-created = { $who } entered { $what }.
change-updated = { $count ->
    [0] { $who } changed { $what }.
   *[other] { $who } changed { $what }: { $fields }.
}
change-ended = { $who } ended { $what }.
change-moved = { $who } moved { $what }.
change-closed = { $who } closed { $what }.
change-reopened = { $who } reopened { $what }.
change-deleted = { $who } hid { $what }.
change-restored = { $who } brought back { $what }.
change-merged = { $who } merged another one into { $what }.
change-erased = { $who } erased { $what }.
kind-Account = the account
kind-Person = the person
kind-Employment = a post
kind-Group = the group
kind-Deal = the deal
kind-Member = a committee member
kind-RoleAssignment = a role
kind-Assessment = a judgement
kind-Relationship = a tie
kind-Interaction = an interaction
kind-Need = a need
kind-Objection = an objection
kind-PurchaseEvaluation = an evaluation
kind-Acquaintance = an acquaintance
kind-Product = the product
kind-BuyingProcess = the buying process
kind-SalesProcess = the sales process
kind-Stage = the stage
kind-TeamMember = the team member
kind-Workspace = the workspace
about-Member = the place of { $party } on the committee of the deal “{ $deal }”
about-RoleAssignment = the role { $role } of { $party } on the deal “{ $deal }”
about-Assessment = a judgement of { $party } on the deal “{ $deal }”
about-Employment = the post of { $person } at { $account }
about-Relationship = the tie “{ $tie }”
about-Interaction = { $count ->
    [0] the { $contact }
   *[other] the { $contact } with { $people }
}
about-Need = a need of { $party } on the deal “{ $deal }”
about-Objection = { $objection } of { $party } on the deal “{ $deal }”
about-PurchaseEvaluation = the evaluation of the deal “{ $deal }”
about-Acquaintance = the acquaintance of { $teamMember } with { $person }
contact-CALL = call
contact-MEETING = meeting
contact-MESSAGE = message
contact-DEMO = demo
contact-VISIT = visit
contact-EVENT = event
contact-OTHER = contact
objection-OBJECTION = an objection
objection-QUESTION = a question
objection-COMPLAINT = a complaint
tie-REPORTS_TO = { $from } reports to { $to }
tie-INFLUENCES = { $from } influences { $to }
tie-CONFLICTS_WITH = { $from } is in conflict with { $to }
tie-KNOWS = { $from } knows { $to }
tie-CONTROLS_ACCESS_TO = { $from } controls access to { $to }

# Fields of Changes
field-mergedIds = what was merged into it
field-name = name
field-domain = domain
field-industry = industry
field-country = country
field-employees = employees
field-annualRevenue = annual revenue
field-tier = tier
field-tags = tags
field-parentId = parent account
field-externalRefs = external references
field-team = team
field-email = e-mail address
field-phone = telephone number
field-locale = language
field-preferences = preferences
field-notes = notes
field-isPlaceholder = whether it is a placeholder
field-personId = person
field-accountId = account
field-title = title
field-department = department
field-seniority = seniority
field-usualRoles = usual roles
field-since = first day
field-until = end
field-isPrimary = whether it is the primary post
field-groupKind = kind
field-personIds = people
field-addPersonIds = people who came
field-removePersonIds = people who left
field-relationshipKind = kind
field-fromId = from whom
field-toId = to whom
field-strength = strength
field-certainty = certainty
field-note = note
field-level = level
field-wantedLevel = level wanted
field-teamMemberId = team member
field-amount = amount
field-buyClass = how new the purchase is
field-source = source
field-competitors = competitors
field-expectedCloseOn = expected decision
field-deliverOn = promised delivery
field-closeReason = reason of the close
field-lostTo = to whom it was lost
field-products = products
field-ownerId = owner
field-continuesId = earlier deal
field-status = status
field-closedAt = moment of the close
field-buyingProcess = buying process
field-phase = phase
field-phaseEnteredAt = beginning of the phase
field-salesProcess = sales process
field-stage = stage
field-stageEnteredAt = beginning of the stage
field-reason = reason
field-partyId = person or group
field-memberId = committee member
field-role = role
field-phaseIds = phases in which it matters
field-stance = stance
field-influence = influence
field-access = access
field-awareness = awareness
field-favours = competitor favoured
field-interactionKind = kind
field-at = moment
field-minutes = minutes
field-initiatedByUs = whether we began
field-sentiment = mood
field-summary = summary
field-dealId = deal
field-teamMemberIds = our people
field-triggeredBy = what set it off
field-needKind = kind
field-text = text
field-priority = priority
field-needStatus = status
field-objectionKind = kind
field-objectionStatus = status
field-answer = answer
field-raisedAt = moment
field-problemSolved = mark for the problem solved
field-workingTogether = mark for working together
field-promisesKept = mark for promises kept
field-valueForMoney = mark for value for money
field-willContinue = whether it goes on
field-continueBecause = why it goes on
field-key = key
field-family = family
field-goesWith = what it goes with
field-translations = names and texts
field-phases = phases
field-stages = stages
field-subject = sign-in
field-permission = permission
field-isActive = whether it is active
field-defaultLocale = language
field-timeZone = time zone
field-currency = currency
field-defaultBuyingProcess = usual buying process
field-defaultSalesProcess = usual sales process
field-settings-engagedDays = days of engagement
field-settings-freshDays = days that a judgement is fresh
field-settings-coldDays = days until a contact is cold
field-settings-keyPlayerFrom = influence of a key player
field-settings-threadAbove = strength above which a relationship is living
field-settings-assumedStrength = strength assumed of a tie
field-settings-aheadDays = days ahead of the customer
field-settings-objectionDays = days of an open objection
field-settings-formerAfterDays = days until somebody counts as former

# People in groups
both-ways = { $field } and { $other } name the same person; decide for one.

# Capturing
party-and-person = { $field }: name either somebody who is known or a new person, not both.
party-or-person = { $field }: name somebody who is known, or a new person.
only-people = { $field } names a group; only a person can do this.

# Agenda
snooze-over = { $field } must be today or later; today shows it again at once.

# Deals and committees
member-gone = { $field }: this member left the committee on { $until }. Add the person or group again first.
before-member = { $field } must not be before { $since }, when the member joined the committee. Name a later day, or none.
nothing-judged = Name at least one of stance, influence, access, awareness and favours; null says that it is unknown.
moment-in-future = { $field } is after now; record it when it has happened.
deal-open = { $field }: the deal is open. Close it first.
deal-not-lost = { $field }: the deal is not lost.

# What customers say and do
nobody-met = { $field }: an interaction is with somebody or about a deal. Name people, or the deal.
of-another-deal = { $field }: this belongs to another deal. Name something of this deal.
not-ripe = { $field }: only a need that is met, or an objection that is answered, sets off a step. Change it first.
nothing-bought = { $field }: the deal is { $status }; only a won one can be evaluated. Close it as won first.
nothing-evaluated = Name at least one mark, whether the customer goes on, why, or a note.
reasons-to-stop = { $field }: these are reasons to go on, and willContinue says no. Leave one of the two out.

# Steps of deals
nothing-moved = Name where the deal moves: a phase, a stage, or another process.
piece-retired = { $field }: { $value } is retired and takes no new visits. Name another one.
phase-twice = { $field }: the stage brings its phase along. Leave phase out, or withPhase.
with-phase-without-stage = { $field }: withPhase takes the phase that a stage serves. Name the stage.
stage-serves-nothing = { $field }: the stage { $stage } serves no phase of { $process }. Name the phase, or leave withPhase out.
phase-gone = { $field }: the phase in which the deal was closed takes no visits any more. Name the phase in which it goes on.
step-too-early = { $field } must not be before { $earliest }: what this step follows happened then. Undo that first if it is wrong.
deal-closed = { $field }: the deal is { $status }. Reopen it first.
deal-closed-already = { $field }: the deal is { $status } already. Reopen it first, or undo the last step.
deal-open-already = { $field }: the deal is open. Move it instead.
nothing-after-purchase = { $field }: the deal is won, and its process ends with the purchase. Reopen it first.
before-purchase = { $field }: the deal is won, and { $value } is not after the purchase. Reopen it to go back.
nothing-to-undo = { $field }: no step of this deal can be taken back; only those that follow its start can.
undo-too-late = { $field }: the last step was recorded at { $at }, more than 24 hours ago. Move the deal instead.
undo-into-retired = { $field }: the last step left { $value }, which is retired since. Move the deal instead.

# Roles
role-USER = User
role-INFLUENCER = Influencer
role-DECIDER = Decider
role-APPROVER = Approver
role-BUYER = Buyer
role-GATEKEEPER = Gatekeeper

# Processes
no-translation = { $field }: there is no translation for { $value }. Add it to translations.
phase-in-use = { $field }: { $deals ->
    [one] one deal is
   *[other] { $deals } deals are
} in { $step }. Move { $deals ->
    [one] it
   *[other] them
} elsewhere first, or keep { $step } as it is.
begins-after-purchase = { $field }: a process can't begin after the purchase. Put a phase before it.
before-purchase-last = { $field }: phases after the purchase come last; { $step }, which is one, stands before this one.
retired-stage = { $field }: this stage is retired. Save the process with it first.

# Our side
goes-with-itself = { $field }: a product can't go with itself. Name other products only.
last-admin = { $field }: this is the last active administrator. Make somebody else ADMIN first.
bad-locale = { $field } must be a language tag, such as en or pl-PL.

# Upkeep
not-hidden = { $field }: this is not hidden. There is nothing to bring back.
hidden-with-other = { $field }: this was hidden together with what it hangs on. Restore that one, which brings this back too.
hangs-on-hidden = { $field }: what this hangs on, or a person of the tie, is hidden too. Restore that first.
restore-cycle = { $field }: bringing this back would close a circle of people who report to each other, or of accounts. End one of those ties first.
merge-cycle = { $field }: the one that stays (“{ $kept }”) would come to stand above and below itself, because of what stands between it and one of these. End that tie first.
merge-erased = { $field }: this person was erased. Nothing tells that it is the same person, and what was removed must not come back. Leave them out.
merged-into-itself = { $field }: this is the one that stays. Name only those that become it.

# Importing
ref-missing = There is no { $kind } with the external reference { $system }/{ $key }. Import it first, or in the same call.
post-required = { $field } belongs to a post, and this person has none. Name the account too.
account-required = { $field }: a deal belongs to an account. Name one; where the other system knows none, a placeholder account.
no-colleague = There is no team member with the e-mail address { $email }. Save the team member first.
process-stays = { $field }: the deal follows another process, and an import does not move it. Leave the field out.
closed-otherwise = { $field }: the deal was closed at { $at }, and an import does not move that. Reopen it first, or leave the field out.
taken-meanwhile = Something else in the database stands in this row's way: what may exist only once exists already. Import the row again; if it fails again, look for a double.
too-many-rows = An import takes { $max } rows at most over all lists; these are { $count }. Split them over several calls.
