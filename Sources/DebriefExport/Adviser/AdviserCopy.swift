import DebriefModel

/// What an adviser gets of some applications: the page, the questions with their answers, and a place for a
/// remark at each strength, weakness, answer and change. Private notes, letters, notes, pay, predictions and
/// the details of people are no part of it.
public struct AdviserCopy {
  /// Something a remark can be about.
  public struct Item: Hashable, Sendable {
    /// By what the remark finds back.
    public var mark: RemarkMark
    /// What it is.
    public var title: String
    /// What belongs to it.
    public var lines: [String]
  }

  /// An application of it.
  public struct Part: Hashable, Sendable {
    /// Its page.
    public var sheet: Sheet
    /// What a remark can be about.
    public var items: [Item]
  }

  /// The applications.
  public private(set) var parts: [Part] = []

  /// An empty one.
  public init() {}

  /// Adds an application.
  ///
  /// - Parameters:
  ///   - dossier: As it is on file: by it the remarks find back.
  ///   - shown: As it is to be read, masked or not.
  ///   - page: The page of that.
  public mutating func add(_ dossier: Dossier, shown: Dossier, page: Page, today: Day) {
    var items: [Item] = []
    for (it, seen) in zip(dossier.findings, shown.findings) {
      let kind =
        switch it.kind {
        case .strength: "Went well"
        case .weakness: "Didn't go well"
        case .outside: "Outside your control"
        }
      items.append(
        Item(mark: .init(.finding, it.id), title: "\(kind): \(seen.statement)", lines: []))
    }
    for (n, (it, seen)) in zip(dossier.turns, shown.turns).enumerated() {
      let asked = it.asker == .me ? " (their own question)" : ""
      let lines = [("Answer", seen.answer), ("A better answer", seen.better)]
        .filter { !$0.1.isEmpty }.map { "\($0.0): \($0.1)" }
      items.append(
        Item(
          mark: .init(.turn, it.id), title: "Q\(n + 1)\(asked): \(seen.question)", lines: lines))
    }
    for (it, seen) in zip(dossier.improvements, shown.improvements) where it.state != .dropped {
      items.append(
        Item(mark: .init(.improvement, it.id), title: "To try: \(seen.what)", lines: []))
    }
    items.append(
      Item(
        mark: .init(.application, dossier.application.id), title: "Anything else", lines: []))
    parts.append(Part(sheet: Sheet(page, today: today), items: items))
  }

  /// What is in it of an application, for somebody who decides whether to hand it out.
  public static func contents(_ dossier: Dossier) -> [String] {
    let counts: [(Entity.Kind, Int)] = [
      (.finding, dossier.findings.count), (.turn, dossier.turns.count),
      (.feedback, dossier.feedback.count { $0.received != nil }),
      (.improvement, dossier.improvements.count { $0.state != .dropped }),
      (.event, dossier.events.count), (.interview, dossier.interviews.count),
    ]
    return counts.filter { $0.1 > 0 }.map { $0.0.counted($0.1) }
  }

  /// What is in none, in words.
  public static let leftOut =
    "private notes, letters, notes about the job, answers in the debrief, pay, the posting, "
    + "the cover letter, emails, phone numbers, predictions, and your own details"
}
