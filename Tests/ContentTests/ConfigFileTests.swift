import DebriefModel
import Foundation
import Testing

@testable import DebriefContent

/// The settings of the user: read, never written, and never in the way.
@Suite(.timed) struct ConfigFileTests {
  private static let notifyFault =
    "`notify` must be \"off\", \"bell\", \"terminal\", or a command such as "
    + "[\"notify-send\", \"debrief\"]"

  /// Each fault, its line and its sentence.
  static let faults: [(text: String, line: Int, message: String)] = [
    (
      "theme = \"drak\"", 1,
      "`theme` must be one of \"auto\", \"colorblind\", \"dark\", \"high-contrast\", \"light\", "
        + "\"mono\"; did you mean `dark`?"
    ),
    (
      "\ntheme = 3", 2,
      "`theme` must be one of \"auto\", \"colorblind\", \"dark\", \"high-contrast\", \"light\", "
        + "\"mono\""
    ),
    (
      "pager = 1", 1, "`pager` must be true, false, or a command such as \"less -S\""
    ),
    (
      "pager = [\"less\"]", 1, "`pager` must be true, false, or a command such as \"less -S\""
    ),
    ("dates = \"iso\"", 1, "`dates` must be \"day first\" or \"month first\""),
    ("dates = 12", 1, "`dates` must be \"day first\" or \"month first\""),
    ("times = 13", 1, "`times` must be 12 or 24"),
    ("times = \"12\"", 1, "`times` must be 12 or 24"),
    ("editor = true", 1, "`editor` must be \"auto\" or a command such as \"nvim -f\""),
    ("editor = \" \"", 1, "`editor` must be \"auto\" or a command such as \"nvim -f\""),
    (
      "checklists = 1", 1,
      "`checklists` must be \"auto\" or a folder such as \"~/notes/checklists\""
    ),
    (
      "checklists = \"notes\"", 1,
      "`checklists` must be \"auto\" or a folder such as \"~/notes/checklists\", from / or ~/"
    ),
    ("notify = true", 1, notifyFault), ("notify = \"beep\"", 1, notifyFault),
    ("notify = []", 1, notifyFault), ("notify = [\"\"]", 1, notifyFault),
    ("notify = [\"a\", 1]", 1, notifyFault),
    ("them = \"dark\"", 1, "there is no section or key `them`; did you mean `theme`?"),
    ("\n[silence]\ndays = 6", 3, "`days` must be a whole number of days from 7 to 365"),
    ("silence.days = 366", 1, "`days` must be a whole number of days from 7 to 365"),
    ("[silence]\n\ndays = \"30\"", 3, "`days` must be a whole number of days from 7 to 365"),
    ("[silence]\ndays = 30.0", 2, "`days` must be a whole number of days from 7 to 365"),
    ("[silence]\ndays = 2026-03-20", 2, "`days` must be a whole number of days from 7 to 365"),
    ("[silence]\ndays = true", 2, "`days` must be a whole number of days from 7 to 365"),
    (
      "silence = { days = 30,  grace_working_days = 31 }", 1,
      "`grace_working_days` must be a whole number of working days from 0 to 30"
    ),
    ("[silence]\nday = 30", 2, "[silence] has no key `day`; did you mean `days`?"),
    ("[silence]\nhush = 30", 2, "[silence] has no key `hush`"),
    (
      "# all\n[silnce]\ndays = 30", 2,
      "there is no section or key `silnce`; did you mean `silence`?"
    ),
    ("days = 30", 1, "there is no section or key `days`; did you mean `keys`?"),
    ("[colours]\nred = 1", 1, "there is no section or key `colours`"),
    ("silence = 30", 1, "`silence` is a section: type it as [silence]"),
    ("[[keys]]\nhelp = \"x\"", 1, "`keys` is a section: type it as [keys]"),
    (
      "[keys]\n\"home.add\" = [\n  \"x\",\n  1,\n]\n", 2,
      "`home.add` must be a key such as \"x\", a list such as [\"x\", \"ctrl+n\"], or [] for none"
    ),
    (
      "[keys]\na = \"\"\"\n[b]\n\"\"\"\nhome.add = false", 5,
      "`home.add` must be a key such as \"x\", a list such as [\"x\", \"ctrl+n\"], or [] for none"
    ),
  ]

  @Test(arguments: faults.indices) func eachFaultHasItsLineAndItsSentence(_ index: Int) {
    let it = Self.faults[index]
    let read = ConfigFile.read(it.text, file: "config.toml")
    #expect(read.faults == [Fault(file: "config.toml", line: it.line, message: it.message)])
    #expect(read.settings.patience == Patience())
  }

  @Test func whatIsRightHoldsBesideWhatIsWrong() {
    let read = ConfigFile.read(
      "[silence]\ndays = 14\ngrace_working_days = -1\n[nothing]\n", file: "f")
    #expect(read.settings.patience == Patience(silence: 14))
    #expect(read.faults.map(\.line) == [3, 4])
  }

  @Test func thePagerIsAYesANoOrACommand() {
    func pager(_ value: String) -> Settings.Pager {
      ConfigFile.read("pager = \(value)\n", file: "f").settings.pager
    }
    #expect(pager("true") == .environment && pager("false") == .off)
    #expect(pager("\"less -S\"") == .command("less -S"))
    #expect(pager("\"\"") == .off && pager("\" \"") == .off && pager("3") == .environment)
  }

  @Test func datesTheEditorAndTheFolderAreTheUsers() {
    func read(_ dates: String, _ times: Int, _ editor: String, _ folder: String) -> (
      settings: Settings, faults: [Fault]
    ) {
      ConfigFile.read(
        "dates = \"\(dates)\"\ntimes = \(times)\neditor = \"\(editor)\"\nchecklists = \"\(folder)\"\n",
        file: "f")
    }
    let own = read("month first", 12, "vi -n", "~/lists")
    #expect(own.faults == [])
    #expect(own.settings.dates == DateStyle(order: .monthFirst, hours: .twelve))
    #expect(own.settings.editor == "vi -n" && own.settings.checklists == "~/lists")
    let shipped = read("day first", 24, "auto", "auto")
    #expect(shipped.faults == [] && shipped.settings == Settings())
  }

  @Test func aNotificationIsAWordOrACommand() {
    func notice(_ value: String) -> Settings.Notice {
      ConfigFile.read("notify = \(value)\n", file: "f").settings.notify
    }
    #expect(Settings().notify == .off && notice("\"off\"") == .off)
    #expect(notice("\"bell\"") == .bell && notice("\"terminal\"") == .terminal)
    #expect(notice("[\"tell\", \"two words\"]") == .command(["tell", "two words"]))
  }

  /// A name with a dot may stand with quotes or without.
  @Test func keysAreReadInTheirOrder() {
    let text = """
      \u{FEFF}[keys]
      undo = "U"          # "not" = 'this'
      "home.add" = ["n", "ctrl+n"]

      home.outcome = []
      'review.zoom' = '''
      Z'''
      review.page = [ # a list
        "x", # with ] in a remark
        "]",
      ]
      help = "F1"
      """
    let read = ConfigFile.read(text, file: "f")
    #expect(read.faults == [])
    #expect(
      read.settings.keys == [
        .init(command: "undo", keys: ["U"], line: 2),
        .init(command: "home.add", keys: ["n", "ctrl+n"], line: 3),
        .init(command: "home.outcome", keys: [], line: 5),
        .init(command: "review.zoom", keys: ["Z"], line: 6),
        .init(command: "review.page", keys: ["x", "]"], line: 8),
        .init(command: "help", keys: ["F1"], line: 12),
      ])
  }

  @Test func whatIsShippedIsTheDefault() {
    let read = ConfigFile.read(ConfigFile.shipped, file: ConfigFile.name)
    #expect(read.faults == [] && read.settings == Settings())
    let patience = Patience()
    #expect(ConfigFile.shipped.contains("\ndays = \(patience.silence)\n"))
    #expect(ConfigFile.shipped.contains("\ngrace_working_days = \(patience.grace)\n"))
    for range in [Patience.silences, Patience.graces] {
      #expect(ConfigFile.shipped.contains("(\(range.lowerBound) to \(range.upperBound))"))
    }
  }

  @Test func manyFaultsAreNotAllSaid() {
    let text = (0..<5000).map { "k\($0) = 1\n" }.joined()
    #expect(ConfigFile.read(text, file: "f").faults.count == 20)
  }

  @Test func aFileThatCannotBeReadIsAFault() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("debrief-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("config.toml").path
    #expect(ConfigFile.read(at: path) == nil)
    try Data([0x61, 0xff, 0xfe]).write(to: URL(fileURLWithPath: path))
    #expect(ConfigFile.read(at: path)?.faults.map(\.message) == ["is not UTF-8 text"])
    try Data(repeating: 0x0a, count: 2 << 20).write(to: URL(fileURLWithPath: path))
    #expect(ConfigFile.read(at: path)?.faults.map(\.message) == ["is larger than 1 MiB"])
    #expect(ConfigFile.read(at: folder.path)?.faults.map(\.message) == ["is not a file"])
  }

  /// Nothing that can stand in a file ends the program: bytes by chance, and settings with some of
  /// their bytes changed, doubled or cut.
  @Test func anyTextIsRead() {
    var random = Dice(state: 7)
    let signs = Array("[]{}=\"'#.,\\\n\r\t -+_0123456789abkeysilncdytrufoe:TZ\u{0}é漢\u{FEFF}")
    let whole = Array((ConfigFile.shipped + "home.add = [\"x\", \"ctrl+n\"]\n").unicodeScalars)
    for round in 0..<3000 {
      var text = ""
      if round % 3 == 0 {
        for _ in 0..<(random.next() % 60) { text.append(signs[Int(random.next() % 40)]) }
      } else {
        var scalars = whole.suffix(Int(random.next() % UInt64(whole.count)))
        for _ in 0..<(1 + random.next() % 6) where !scalars.isEmpty {
          let at = scalars.startIndex + Int(random.next() % UInt64(scalars.count))
          switch random.next() % 3 {
          case 0: scalars.remove(at: at)
          case 1: scalars.insert(scalars[at], at: at)
          default:
            scalars[at] = signs[Int(random.next() % UInt64(signs.count))].unicodeScalars.first!
          }
        }
        text.unicodeScalars.append(contentsOf: scalars)
      }
      let read = ConfigFile.read(text, file: "f")
      let lines = text.utf8.filter { $0 == 0x0a }.count + 1
      #expect(read.faults.allSatisfy { (1...lines).contains($0.line) }, "\(read.faults): \(text)")
      #expect(Patience.silences.contains(read.settings.patience.silence))
      #expect(Patience.graces.contains(read.settings.patience.grace))
    }
  }

  @Test func aLongRemarkIsNoFault() {
    let text = "# " + String(repeating: "a. ", count: 2000) + "\nsilence.days = 9\n"
    let read = ConfigFile.read(text, file: "f")
    #expect(read.faults == [] && read.settings.patience.silence == 9)
  }
}

/// Chance that is the same each time.
private struct Dice {
  var state: UInt64
  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state >> 33
  }
}
