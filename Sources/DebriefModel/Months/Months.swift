/// The figures over months as data: the screen, the command and JSON read it. Every sentence keeps the rules
/// of figures (LOOP.md): k of n always, no percentage under five, no pattern under three, no curve under
/// ten, what is running is no failure, and nothing is said to be the cause of anything.
public struct Months: Hashable, Sendable {
  /// One row of a figure.
  public struct Row: Hashable, Sendable {
    /// Which it is; the facts behind it are found by it.
    public var key: MonthKey
    /// What it is called.
    public var label: String
    /// So many of so many; nil where the row is no share.
    public var share: Share?
    /// A number, such as a mean, of those in ``share``.
    public var number: Double?
    /// How many are still open.
    public var running = 0
    /// What the share means, as a heading of it reads: `got an interview`.
    public var meaning = ""
    /// More about it in a few words.
    public var note = ""
    /// What became of a prediction; nil for what is none, or still open.
    public var came: Bool?
    /// The importance of what went well and of what did not, where that is what the row shows.
    public var sides: Sides?

    /// The row in words: `6 of 9 got an interview (67%) · 2 still open`.
    public var words: String {
      var parts: [String] = []
      if let share, share.of > 0 || running == 0 {
        let text = share.full(meaning, open: running)
        parts.append(number.map { "\(Months.decimal($0)) on average, \(text)" } ?? text)
      } else if let number {
        if case .forecast = key {
          parts.append("\(Months.decimal(number))%")
        } else {
          parts.append(Months.decimal(number))
        }
      }
      if running > 0 { parts.append("\(running) still open") }
      if !note.isEmpty { parts.append(note) }
      return parts.joined(separator: " · ")
    }

    /// What the row says that a picture of it does not: its name, its k of n, and what the picture draws stand there
    /// already. Empty where that is all.
    public func words(beside picture: MonthPicture) -> String {
      var parts: [String] = []
      switch picture {
      case .words, .slope: return words
      case .dots: return ""
      case .bars:
        guard let share else { return words }
        if let percent = share.percent, running <= share.of { parts.append("\(percent)%") }
        if !note.isEmpty { parts.append(note) }
      case .ranges:
        if !note.isEmpty { parts.append(note) }
      case .butterfly:
        // Its note is the importance of both sides, which is what is drawn.
        if let share, share.of > 0 {
          parts.append(meaning.isEmpty ? share.full : share.full(meaning))
        }
      }
      if running > 0 { parts.append("\(running) still open") }
      return parts.joined(separator: " · ")
    }

    /// Whether it only says that there was none: of a whole of which other rows show the rest, or of so few
    /// that none of them is nothing yet. None of many is something to see.
    var saysNothing: Bool {
      guard let share, share.count == 0, running == 0, number == nil, sides == nil, note.isEmpty
      else { return false }
      return share.of < Share.pattern || Months.isPart(key)
    }
  }

  /// Which of several things something was: such rows are parts of one whole.
  private static func isPart(_ key: MonthKey) -> Bool {
    switch key {
    case .mood, .change, .blind, .fair: true
    default: false
    }
  }

  /// How much stands on either side.
  public struct Sides: Hashable, Sendable {
    /// What went well.
    public var good: Int
    /// What did not.
    public var bad: Int
  }

  /// A number before and after.
  public struct Slope: Hashable, Sendable {
    /// Before.
    public var before: Double
    /// After.
    public var after: Double
  }

  /// A figure.
  public struct Figure: Hashable, Sendable {
    /// Which it is.
    public var figure: MonthFigure
    /// What it says, in a few sentences.
    public var sentences: [String] = []
    /// Its rows.
    public var rows: [Row] = []
    /// How it is drawn.
    public var picture: MonthPicture
    /// The mean before and after, where that is what it shows.
    public var slope: Slope?
    /// How predictions met what happened, where that is what it shows; nil while none is known.
    public var score: ForecastScore?
    /// How many predictions are known to have come true or not, where that is what it shows.
    public var known: Int? { score?.count }
    /// Whether there is too little yet: its sentence says what will be seen when.
    public var isThin = false

    init(_ figure: MonthFigure) {
      self.figure = figure
      picture = figure.picture
    }

    /// The rows in which there is something to see; all of them where there is nothing in any.
    public var shown: [Row] {
      let some = rows.filter { !$0.saysNothing }
      return some.isEmpty ? rows : some
    }

    /// The other rows in one sentence: `None so far: past interview 3 (0 of 1), lower (0 of 6).`; nil where
    /// there are none.
    public var nothing: String? {
      let none = rows.filter(\.saysNothing)
      guard !none.isEmpty, none.count < rows.count else { return nil }
      return "None so far: "
        + none.map { "\($0.label) (\($0.share?.words ?? "0"))" }.joined(separator: ", ") + "."
    }
  }

  /// What it is counted over.
  public let window: MonthWindow
  /// The first day of that; nil where there is none.
  public let from: Day?
  /// The day it was counted on.
  public let today: Day
  /// How many applications are in it.
  public let applications: Int
  /// How many of them are still running.
  public let running: Int
  /// The figures, in the order of the screen.
  public private(set) var figures: [Figure] = []

  /// Puts what was counted into words.
  ///
  /// - Parameter title: What a reason is called, by its code.
  public init(_ tally: MonthTally, title: @escaping (String) -> String) {
    window = tally.window
    from = tally.window.start(today: tally.now.day)
    today = tally.now.day
    (applications, running) = (tally.applications, tally.running)
    let maker = MonthFigures(tally: tally, title: title)
    figures = MonthFigure.allCases.map { maker.make($0) }
  }

  /// The figures there is enough for, then those that are still thin.
  public var ready: [Figure] { figures.filter { !$0.isThin } }

  /// `40 applications, 9 of them still open`.
  public var headline: String {
    if applications == 0 { return "No applications in this period." }
    let all = Counted.things(applications, "application")
    if running == applications { return "\(all), \(running == 1 ? "" : "all ")still open" }
    return running == 0 ? all : "\(all), \(running) of them still open"
  }

  /// A number with one decimal, or none where that is 0.
  public static func decimal(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded(.toNearestOrAwayFromZero))
    let sign = tenths < 0 ? "-" : ""
    let (whole, part) = (abs(tenths) / 10, abs(tenths) % 10)
    return part == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(part)"
  }
}
