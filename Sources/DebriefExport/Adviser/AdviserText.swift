import DebriefModel

/// A copy for an adviser as plain text: to be answered in any editor, or in a reply by mail. Lines of ours begin
/// with a bar or a mark; whatever else stands below a mark is the remark.
public enum AdviserText {
  /// The first line of any text with remarks.
  static let head = "debrief remarks 1"
  static let howTo = [
    "Thank you for reading this. Here, \"you\" means the person who sent it.",
    "Write your comment below any line that starts with a code in brackets, such as",
    "[0123456789ab]. Leave the codes as they are. Then send the text back.",
  ]

  /// The text.
  public static func text(_ copy: AdviserCopy) -> String {
    var out = "\(head)\nFrom: \n\n" + howTo.map { "| \($0)\n" }.joined()
    for part in copy.parts {
      out += "\n" + said(part.sheet)
      for item in part.items {
        out += "\n" + mark(item) + "\n"
        out += item.lines.flatMap(lines).map { "| \($0)\n" }.joined() + "\n"
      }
    }
    return out
  }

  /// What a page says, one thing in a line, with a bare bar above each section.
  private static func said(_ sheet: Sheet) -> String {
    func barred(_ texts: [String]) -> String { texts.flatMap(lines).map { "| \($0)\n" }.joined() }
    var out = barred([sheet.name, sheet.standing, sheet.lead, sheet.aside])
    for section in sheet.sections {
      out += "|\n" + barred([section.title] + section.blocks.flatMap(said))
    }
    return out + (sheet.legend.isEmpty ? "" : "|\n" + barred([sheet.legend]))
  }

  private static func said(_ block: Sheet.Block) -> [String] {
    switch block {
    case .against(let columns):
      columns.flatMap { [$0.title] + $0.entries.map { "\($0.weight) \($0.text)" } }
    case .meters(let meters): meters.map { "\($0.label): \($0.text)" }
    case .rows(let rows): rows.map { "\($0.label): \($0.text)" }
    case .strip(let strip):
      [
        strip.indices.map {
          strip[$0].label + (Milestone.between(strip, $0).map { " (\($0))" } ?? "")
        }.joined(separator: ", ")
      ]
    case .lines, .items, .quote, .code: block.words
    }
  }

  /// The line that a remark stands below.
  static func mark(_ item: AdviserCopy.Item) -> String {
    "[\(item.mark.text)] \(Harmless.line(item.title))"
  }

  private static func lines(_ text: String) -> [String] {
    Harmless.shown(text).split(separator: "\n").map(String.init)
  }
}

/// Remarks that came back.
public struct Remarks: Hashable, Sendable {
  /// One of them.
  public struct Remark: Hashable, Sendable {
    /// What it is about.
    public var mark: RemarkMark
    /// The words.
    public var words: String
  }

  /// Who made them; empty when nobody said.
  public private(set) var from = ""
  /// What was said, in its order.
  public private(set) var remarks: [Remark] = []

  /// Whether a text holds remarks: its beginning says so, in a quoted reply as well.
  public static func areIn(_ text: some StringProtocol) -> Bool {
    text.split(whereSeparator: \.isNewline).prefix(200).contains {
      bare($0).text == AdviserText.head
    }
  }

  /// Reads them.
  public init(_ text: String) {
    var mark: RemarkMark?
    var words: [String] = []
    func close(_ it: inout Remarks) {
      let said = words.joined(separator: "\n").trimmed
      if let mark, !said.isEmpty { it.remarks.append(Remark(mark: mark, words: said)) }
      words = []
    }
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    // In a reply by mail, what was ours is quoted, and what is theirs is not.
    let isReply = lines.contains {
      let (bare, isQuoted) = Remarks.bare($0)
      return isQuoted && RemarkMark(beginning: bare) != nil
    }
    for line in lines {
      let (bare, isMarked) = Remarks.bare(line)
      let isQuoted = isReply && isMarked
      if let next = RemarkMark(beginning: bare) {
        close(&self)
        mark = next
      } else if bare.hasPrefix("|") || isQuoted || bare == AdviserText.head {
        continue
      } else if mark == nil {
        if from.isEmpty, bare.hasPrefix("From:") { from = bare.dropFirst(5).trimmed }
      } else {
        words.append(String(line))
      }
    }
    close(&self)
  }

  /// A line without the signs of a quotation in front of it.
  private static func bare(_ line: some StringProtocol) -> (text: String, isQuoted: Bool) {
    let text = line.drop { $0 == ">" || $0 == " " || $0 == "\u{feff}" }
    return (text.trimmed, line.trimmed.hasPrefix(">"))
  }
}
