/// What the terminal was asked of itself, once, and what came of it. Pure: it is told the time, in milliseconds.
struct Inquiry {
  /// What follows from an answer.
  enum Outcome: Equatable {
    case nothing
    /// A frame can be held back until it is whole.
    case holdsFrames
    /// What is behind the text; nil for a color in between.
    case backdrop(Backdrop?)
  }

  /// How long an answer about colors may take: one that is later would change the screen under the reader's
  /// eyes.
  static let limit = 100

  /// Whether anything is asked.
  let isAsking: Bool
  /// What the environment says is behind the text; it counts until the terminal answers.
  let presumed: Backdrop?
  private var wantsBackdrop: Bool
  private var wantsMode: Bool
  private var deadline: Int?

  /// - Parameters:
  ///   - canAsk: Whether the terminal answers, or says nothing.
  ///   - wantsBackdrop: Whether anybody wants to know what is behind the text.
  ///   - colorfgbg: What the environment says of it.
  init(canAsk: Bool, wantsBackdrop: Bool, colorfgbg: String?) {
    isAsking = canAsk
    presumed = wantsBackdrop ? colorfgbg.flatMap { Backdrop(colorfgbg: $0) } : nil
    self.wantsBackdrop = canAsk && wantsBackdrop
    wantsMode = canAsk
  }

  /// What is sent.
  var questions: String {
    guard isAsking else { return "" }
    return (wantsBackdrop ? TerminalAnswer.askBackground : "") + TerminalAnswer.askSynchronised
  }

  /// Whether an answer is missing.
  var isOpen: Bool { wantsBackdrop || wantsMode }

  /// The program waits for input. The time counts from the first time it does: before that nothing is read.
  mutating func waits(now: Int) {
    if deadline == nil { deadline = now + Self.limit }
  }

  /// How long to wait for what is missing before somebody else gets the terminal.
  func patience(now: Int) -> Int {
    guard isOpen, isAsking else { return 0 }
    return max(0, (deadline ?? now + Self.limit) - now)
  }

  /// Takes an answer. Each counts once, and one about colors only in time.
  mutating func hear(_ answer: TerminalAnswer, now: Int) -> Outcome {
    switch answer {
    case .mode(2026, let state):
      guard wantsMode else { return .nothing }
      wantsMode = false
      return state == 1 || state == 2 ? .holdsFrames : .nothing
    case .mode: return .nothing
    case .background(let red, let green, let blue):
      guard wantsBackdrop else { return .nothing }
      wantsBackdrop = false
      guard now <= deadline ?? now else { return .nothing }
      let backdrop = Backdrop(red: red, green: green, blue: blue)
      return backdrop == presumed ? .nothing : .backdrop(backdrop)
    }
  }
}
