import DebriefModel

/// The application that is open: its dossier, and what follows from that.
struct Folder: Sendable {
  var dossier: Dossier
  /// The wizard over the dossier; nil before a debrief is begun or before the content is read.
  private(set) var wizard: Wizard?
  /// The checklist that would be used.
  private(set) var branch: Branch?
  private(set) var verdict: Verdict
  private(set) var status: Status
  /// Whether the content has been read.
  private(set) var hasContent = false
  private(set) var reasons: [Reason] = []
  /// The question bank.
  private(set) var bank: [BankQuestion] = []
  /// The applications that are still open besides this one.
  var live = Reading<[LiveApplication]>()
  /// What other applications taught.
  var teachings = Reading<Teachings>()
  /// What lies around the letters.
  var letters = Reading<LetterDesk>()

  init(_ dossier: Dossier) {
    self.dossier = dossier
    verdict = Verdict(dossier, reasons: [])
    status = dossier.status(now: Moment(seconds: 0))
  }

  /// Which application it is.
  var id: ID { dossier.application.id }

  /// Takes the dossier as it is now; what lies around it is asked for again once it is looked at.
  mutating func replace(_ dossier: Dossier) {
    self.dossier = dossier
    live.forget()
    teachings.forget()
    letters.forget()
  }

  /// Works out again what follows from the dossier.
  mutating func refresh(
    _ content: Content, _ refusals: RefusalReader?, carried: [Carried] = [], now: Moment
  ) {
    status = dossier.status(now: now)
    reasons = content.reasons
    bank = content.bank
    hasContent = !content.reasons.isEmpty
    verdict = Verdict(dossier, reasons: content.reasons)
    branch = dossier.debrief?.fitted(to: status).branch ?? status.branch
    if let debrief = dossier.debrief, let list = branch.flatMap({ content.checklists[$0] }) {
      wizard = Wizard(
        list, dossier, debrief, carried: carried, others: content.checklists, now: now)
      wizard?.live = live.value ?? []
      wizard?.reasons = content.reasons
      if debrief.closed == nil, let said = wizard?.refused {
        wizard?.refusal = refusals?.proposal(for: said)
      }
    } else {
      wizard = nil
    }
  }
}
