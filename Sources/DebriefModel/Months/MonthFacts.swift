/// As much of one application as the figures over months are counted from. The store reads them one
/// application after another, so that however many there are, one is in memory; of a dossier the same is
/// made by ``init(_:)``, and a test holds the two against each other.
public struct MonthFacts: Hashable, Sendable {
  /// A round.
  public struct Round: Hashable, Sendable {
    /// Its name.
    public var id: ID
    /// What its standing follows from.
    var ledger: Ledger.Round
    /// When it began, when that is known.
    public var start: Moment?
    /// The second at which it was over: that of its hour, else the end of its day.
    var end: Int?
  }

  /// The application.
  public var id: ID
  /// The company.
  public var company = ""
  /// The job.
  public var role = ""
  /// The day it was entered.
  public var created: Day
  /// What its status follows from.
  public var ledger: Ledger
  /// The version of the résumé.
  public var resume = ""
  /// The version of the cover letter; empty where it has no name.
  public var cover = ""
  /// Whether a cover letter went along; nil when nobody said.
  public var hasCover: Bool?
  /// Whether the job was picked.
  public var picked: Bool?
  /// The line of business.
  public var industry = ""
  /// Whether the user is glad that it ended so.
  public var glad: Bool?
  /// What the pay that was named lies apart from theirs and the usual one, in words.
  public var pay: [String] = []
  /// The lessons of its debriefs.
  public var lessons: [Lesson] = []
  /// Its rounds, by number.
  public private(set) var rounds: [Round] = []
  /// Its findings.
  public var findings: [Found] = []
  /// Its questions and answers.
  public var turns: [Said] = []
  /// What was answered in its debriefs, as far as it is counted.
  public var answers: [Answer] = []
  /// Its requests for feedback, and what came unasked.
  public var asks: [Ask] = []
  /// Its letters that went out.
  public var letters: [Sent] = []
  /// Its predictions.
  public var guesses: [Guess] = []
  /// Its changes to try.
  public var trials: [Trial] = []
  /// What was prepared for it.
  public var prepared: [Prepared] = []

  /// The questions of a debrief that are counted.
  public static let items = ["interrupt.count", "mood.end", "mood.start", "offday.what"]

  /// Begins with nothing but its name.
  public init(_ id: ID, created: Day, ledger: Ledger) {
    (self.id, self.created, self.ledger) = (id, created, ledger)
    // How far a debrief is says nothing here.
    self.ledger.progress = nil
  }

  /// Takes its rounds in the order of their numbers, which is that of its ledger.
  public mutating func take(
    _ rounds: [(id: ID, start: Moment?, dayOnly: Bool?, minutes: Int?)]
  ) {
    self.rounds = zip(rounds, ledger.rounds).map { it, ledger in
      let end = it.start.map { start in
        it.dayOnly == true
          ? start.at(start.day.adding(days: 1)).seconds : start.seconds + (it.minutes ?? 60) * 60
      }
      return Round(id: it.id, ledger: ledger, start: it.start, end: end)
    }
  }

  /// Puts every list in the order of names, so that the same data gives the same figures wherever it was
  /// read.
  public mutating func sort() {
    findings.sort { $0.id < $1.id }
    turns.sort { $0.id < $1.id }
    answers.sort { $0.id < $1.id }
    asks.sort { $0.id < $1.id }
    letters.sort { $0.id < $1.id }
    guesses.sort { ($0.sealed, $0.id) < ($1.sealed, $1.id) }
    trials.sort { $0.id < $1.id }
    prepared.sort { $0.id < $1.id }
    lessons.sort { $0.id < $1.id }
  }
}
