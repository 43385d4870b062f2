import DebriefModel
import Foundation
import TestSupport
import Testing

/// Everything that is stored can be entered by a person: scripts that begin with an empty store fill, together,
/// every field of every noun and write every kind of event. The fields come from the nouns: a new one fails
/// here until somebody can type it.
@Suite(.timed) struct EnteredTests {
  private static let folder = (#filePath as NSString).deletingLastPathComponent + "/Scripts"

  /// The scripts: those of the branches, and those that enter what a debrief does not ask for.
  private static let scripts =
    BranchTests.branches.map { "\($0).keys" } + ["fields-1.keys", "fields-2.keys", "fields-3.keys"]

  /// What nobody types, with the reason.
  private static let made: Set<String> = [
    // That nobody noted the day comes from a table without one; `correct` and the screen give it one.
    "event.undated"
  ]

  @Test func everyFieldOfEveryNounCanBeEntered() throws {
    var entered: Set<String> = []
    var events: Set<String> = []
    for name in Self.scripts {
      let program = Program()
      let text = try String(contentsOfFile: "\(Self.folder)/\(name)", encoding: .utf8)
      try program.write(text, to: "script.keys")
      try program.must("replay", "script.keys", "--database", "store.db", "--size", "100x40")
      let document = try json(program.must("export", "--database", "store.db"))
      for (noun, rows) in document {
        for row in (rows as? [[String: Any]]) ?? [] {
          for (field, value) in row where Self.isFilled(value) {
            entered.insert("\(noun).\(field)")
          }
          if noun == "event", let kind = row["kind"] as? String { events.insert(kind) }
        }
      }
    }
    let wanted = Entity.Kind.allCases.flatMap { kind in
      kind.type.fieldNames.map { "\(kind.rawValue).\($0)" }
    }
    #expect(wanted.count > 150)
    #expect(wanted.filter { !entered.contains($0) && !Self.made.contains($0) }.sorted() == [])
    #expect(Event.Kind.allCases.map(\.rawValue).filter { !events.contains($0) } == [])
  }

  private static func isFilled(_ value: Any) -> Bool {
    switch value {
    case let text as String: !text.isEmpty
    case let list as [Any]: !list.isEmpty
    case is NSNull: false
    default: true
    }
  }
}

extension Noun {
  /// The names of its properties.
  fileprivate static var fieldNames: [String] { shape.columns }
}
