import DebriefModel

/// The application that is open: its dossier, and what follows from that.
struct Folder: Equatable, Sendable {
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
  /// The applications that are still open besides this one; nil before they are asked for.
  var live: [LiveApplication]?
  /// What other applications taught; nil before it was read.
  var teachings: Teachings?

  /// What was asked for since the dossier was read, so that it is asked for once.
  private var asked: Set<Reading> = []

  /// What is read beside the dossier, once it is looked at.
  enum Reading: Hashable, Sendable { case teachings, letters }

  init(_ dossier: Dossier) {
    self.dossier = dossier
    verdict = Verdict(dossier, reasons: [])
    status = dossier.status(now: Moment(seconds: 0))
  }

  /// Which application it is.
  var id: ID { dossier.application.id }

  /// Takes the dossier as it is now; what lies around it is asked for again.
  mutating func replace(_ dossier: Dossier) {
    self.dossier = dossier
    live = nil
    asked = []
  }

  /// Whether something is still to be asked for; it counts as asked for from now on.
  mutating func asks(for reading: Reading) -> Bool { asked.insert(reading).inserted }

  /// Works out again what follows from the dossier.
  mutating func refresh(_ content: Content, now: Moment) {
    status = dossier.status(now: now)
    reasons = content.reasons
    bank = content.bank
    hasContent = !content.reasons.isEmpty
    verdict = Verdict(dossier, reasons: content.reasons)
    branch = dossier.debrief?.branch ?? status.branch
    if let debrief = dossier.debrief, let list = content.checklists[debrief.branch] {
      wizard = Wizard(list, dossier, debrief, now: now)
      wizard?.live = live ?? []
    } else {
      wizard = nil
    }
  }
}
