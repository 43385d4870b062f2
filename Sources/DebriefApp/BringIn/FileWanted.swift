import DebriefModel

/// A file that is to be read for what it would add.
public struct FileWanted: Equatable, Sendable {
  /// What running text is.
  public enum Text: Equatable, Sendable { case posting, transcript, table }

  /// A column of a table.
  public struct Column: Equatable, Sendable {
    /// How it is headed.
    public var heading: String
    /// What stands in it first.
    public var example: String
    /// What it is; nil for one that is kept in the notes.
    public var means: ImportColumn?

    /// Makes one.
    public init(heading: String, example: String, means: ImportColumn?) {
      (self.heading, self.example, self.means) = (heading, example, means)
    }
  }

  /// How the sentence begins that says there is none.
  public static let missing = "There's no file"

  /// Its name, which may begin with `~`.
  public var path: String
  /// The application it belongs to, where that is known.
  public var application: ID?
  /// What it is, where it is running text.
  public var text: Text?
  /// Which emails of a mailbox, by their numbers; nil where nobody said.
  public var mails: Set<Int>?
  /// What the columns of a table are; nil where nobody said.
  public var columns: [Column]?
  /// Whether the day comes first in the dates of a table; nil where nobody said.
  public var isDayFirst: Bool?

  /// Names one.
  public init(path: String, application: ID? = nil, text: Text? = nil) {
    (self.path, self.application, self.text) = (path, application, text)
  }
}

/// What has to be asked before a file can be read.
public enum FileQuestion: Equatable, Sendable {
  /// Which of these emails, each in a line.
  case mails([String])
  /// Which column is what.
  case columns([FileWanted.Column])
  /// Whether the day or the month comes first.
  case dates
}

extension BringIn {
  /// Asks what has to be known before a file can be read.
  static func ask(_ question: FileQuestion, _ wanted: FileWanted) -> [Request] {
    switch question {
    case .mails(let lines): [.open(mails(lines, wanted))]
    case .columns(let columns): [.open(self.columns(columns, wanted))]
    case .dates: [.open(dates(wanted))]
    }
  }

  private static func mails(_ lines: [String], _ wanted: FileWanted) -> PickerOverlay {
    func option(_ title: String, _ numbers: Set<Int>, _ why: String? = nil)
      -> PickerOverlay.Option
    {
      PickerOverlay.Option(title, disabled: why) { _ in
        var wanted = wanted
        wanted.mails = numbers
        return [.effect(.readFile(wanted))]
      }
    }
    let isTooMany = lines.count > FileWanted.mostMails
    let all = option(
      "All \(lines.count) emails, each with a checkbox", Set(1...max(1, lines.count)),
      isTooMany ? "That's more than \(FileWanted.mostMails) at a time. Pick one." : nil)
    // The latest are at the end of a mailbox, and the likeliest to be meant.
    let each = lines.indices.reversed().map { option(lines[$0], [$0 + 1]) }
    return PickerOverlay("Which email?", [all] + each, filterable: true, selected: 1)
  }

  private static func dates(_ wanted: FileWanted) -> PickerOverlay {
    func option(_ title: String, _ isDayFirst: Bool) -> PickerOverlay.Option {
      PickerOverlay.Option(title) { _ in
        var wanted = wanted
        wanted.isDayFirst = isDayFirst
        return [.effect(.readFile(wanted))]
      }
    }
    return PickerOverlay(
      "Which comes first in dates like 03/04/2026?",
      [option("The day", true), option("The month", false)])
  }

  /// The columns, each to be changed, and the way on.
  private static func columns(_ columns: [FileWanted.Column], _ wanted: FileWanted)
    -> PickerOverlay
  {
    let hasCompany = columns.contains { $0.means == .company }
    let goOn = PickerOverlay.Option(
      "Continue with these",
      disabled: hasCompany ? nil : "First, choose the column with the company."
    ) { _ in
      var wanted = wanted
      wanted.columns = columns
      return [.effect(.readFile(wanted))]
    }
    let each = columns.enumerated().map { at, column in
      let example = column.example.isEmpty ? "" : ", such as “\(column.example)”"
      return PickerOverlay.Option(
        column.heading.isEmpty ? "Column \(at + 1)" : column.heading,
        detail: (column.means?.label ?? "kept in the notes") + example,
        disabled: column.heading.isEmpty ? "A column without a heading stays in the notes." : nil
      ) { _ in [.open(meaning(of: at, columns, wanted))] }
    }
    return PickerOverlay(
      "Which column is what?", [goOn] + each, selected: hasCompany ? 0 : 1)
  }

  private static func meaning(
    of place: Int, _ columns: [FileWanted.Column], _ wanted: FileWanted
  ) -> PickerOverlay {
    let now = columns[place].means ?? .notes
    let options = ImportColumn.allCases.map { means in
      PickerOverlay.Option(means.label) { _ in
        var columns = columns
        // There's only one company; rounds and notes there can be many.
        if !means.isMany {
          for at in columns.indices where columns[at].means == means { columns[at].means = nil }
        }
        columns[place].means = means
        return [.open(self.columns(columns, wanted))]
      }
    }
    return PickerOverlay(
      "What is “\(columns[place].heading)”?", options, filterable: true,
      selected: ImportColumn.allCases.firstIndex(of: now) ?? 0)
  }
}

extension FileWanted {
  /// So many emails are read at once.
  public static let mostMails = 200
}
