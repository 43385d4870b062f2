import DebriefModel
import Foundation
import TUI
import Testing

@testable import DebriefApp

/// With keys of the user's own no text names a shipped one: every command has a key here that no
/// sentence holds by itself.
@Suite(.timed) struct NamedKeyTests {
  /// Every command on a key of its own.
  static let strange = CommandTable(
    CommandTable.standard.all.enumerated().map { place, command in
      command.with(keys: [String(Character(Unicode.Scalar(UInt32(0x4E00 + place))!))])
    })

  private static let verbs: Set<String> = [
    "adds", "and", "begins", "brings", "captures", "catches", "continues", "files", "finds", "goes",
    "links", "lists", "marks", "removes", "starts",
    "logs", "opens", "rates", "records", "saves", "says", "shows", "sorts", "takes", "undoes",
    "writes",
  ]

  /// Keys as a sentence names them: a letter or a named key before what it does.
  static func hints(_ text: String) -> [String] {
    let words = text.split { $0.isWhitespace || "│╭╮╰╯─\";:.".contains($0) }
    return zip(words, words.dropFirst()).compactMap { key, verb in
      let isKey =
        (key.count == 1 && key.first?.isASCII == true && key != "I")
        || (key == "I" && verb != "and")
        || (key.count == 2 && key.first == "^") || ["Enter", "Tab"].contains(key)
      return isKey && verbs.contains(verb.filter { $0 != "," }) ? "\(key) \(verb)" : nil
    }
  }

  /// A rule knows no keys: they may be the user's own, and a command or plain mode has none.
  @Test func aRuleNamesNoKey() throws {
    let sources = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/DebriefModel").standardizedFileURL
    let files = try #require(
      FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
    var count = 0
    for case let file as URL in files where file.pathExtension == "swift" {
      count += 1
      for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      where !line.trimmingCharacters(in: .whitespaces).hasPrefix("//") {
        let key = line.range(
          of: #"[Pp]ress ([A-Za-z0-9]|\^.|Ctrl-.)[ ,.;"]"#, options: .regularExpression)
        #expect(key == nil, "\(file.lastPathComponent): \(line)")
      }
    }
    #expect(count > 100)
  }

  /// What a letter lacks is said by commands as well: its keys are apart, and each is a command that exists.
  @Test func aLetterFileNamesCommandsThatExist() throws {
    let letters = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Resources/letters").standardizedFileURL
    var count = 0
    for name in LetterKind.allCases.map({ "\($0.word).yaml" }) {
      let text = try String(contentsOf: letters.appending(path: name), encoding: .utf8)
      for line in text.split(separator: "\n") where line.contains("fill: ") {
        let fill = try #require(line.components(separatedBy: "fill: ").last)
        #expect(!fill.lowercased().contains("press") && !fill.contains("{"), "\(name): \(line)")
        guard
          let keys = line.components(separatedBy: "keys: \"").dropFirst().first?.prefix(while: {
            $0 != "\""
          })
        else { continue }
        count += 1
        #expect(!CommandTable.standard.named(String(keys)).contains("{"), "\(name): \(keys)")
        #expect(keys.contains("{"), "\(name): \(keys)")
      }
    }
    #expect(count > 20)
  }

  @Test func aHintIsSeen() {
    #expect(Self.hints("Deleted; u brings it back") == ["u brings"])
    #expect(Self.hints("^R brings both; 4 and a write. Enter sorts them").count == 3)
    #expect(Self.hints("they say so and it goes on").isEmpty)
  }

  /// A place with the table exchanged: the ways lead there by the shipped keys.
  private func place(_ way: String, sample: Bool = true, bare: Bool = false) throws -> App {
    let desk = try Desk(Size(120, 40), sample: sample)
    if bare { try desk.keys("a Bare <tab> Post <ctrl+s> <enter>") }
    try desk.keys(way)
    var app = desk.app
    app.desk.commands = Self.strange
    return app
  }

  @Test(arguments: [
    ("", false), ("I", false), ("P", false), ("V", false), ("D", false), ("<alt+1> z", true),
    ("<alt+2> z", true), ("<alt+3> z", true), ("<alt+4> z", true), ("<alt+5> z", true),
    ("<alt+6> z", true), ("<alt+5> z f", true), ("<alt+5> z f j r", true),
  ]) func emptyPlacesNameTheKeysThereAre(_ way: String, _ bare: Bool) throws {
    let app = try place(way, sample: false, bare: bare)
    let screen = app.frame().text
    #expect(Self.hints(screen).isEmpty, "\(Self.hints(screen)) in\n\(screen)")
    for command in Self.strange.all {
      guard let why = command.why(app) else { continue }
      let text = Self.strange.named(why)
      #expect(Self.hints(text).isEmpty, "\(command.name): \(text)")
    }
  }

  @Test(arguments: [
    "c nordlicht:␣slow <ctrl+s>", "c slow <ctrl+s>", "/ nord <enter> <enter> <alt+6> a <enter>",
    "/ nord <enter> <enter> <alt+4> z c slow <ctrl+s>", "/ nord <enter> <enter> <alt+5> z G",
    "<tab>", "/ nord <enter> <enter> <alt+3> z", "/ kestrel <enter> <enter> <enter> <alt+3> z",
  ]) func fullPlacesNameTheKeysThereAre(_ way: String) throws {
    let app = try place(way)
    let screen = app.frame().text
    #expect(Self.hints(screen).isEmpty, "\(Self.hints(screen)) in\n\(screen)")
    for command in Self.strange.all {
      guard let why = command.why(app) else { continue }
      let text = Self.strange.named(why)
      #expect(Self.hints(text).isEmpty, "\(command.name): \(text)")
    }
  }

  @Test func faultsOfFormsNameThem() throws {
    for purpose in [FormPurpose.person(ID("gone")), .resume(ID("gone"), name: "")] {
      var app = try place("")
      let form = Form(
        title: "", fields: [FormField(id: "name", label: "", kind: .line, value: "X")])
      app.overlays.append(
        FormOverlay(form: form, purpose: purpose, original: [:]))
      _ = app.handle(.input(.key(.ctrl("s"))), now: app.desk.now)
      guard let it = app.top(FormOverlay.self), let error = it.form.error else {
        Issue.record("\(purpose) was saved")
        continue
      }
      #expect(Self.hints(error.message).isEmpty && !error.message.contains("{"), "\(error.message)")
    }
  }
}
