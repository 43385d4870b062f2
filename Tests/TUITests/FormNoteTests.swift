import Testing

@testable import TUI

/// What is to be read in a form, and what it's called, on a screen that has no room for all of it.
@Suite(.timed) struct FormNoteTests {
  private static let words = (1...40).map { "word\($0)" }.joined(separator: " ")

  private func form(_ note: String, about: String = "", hint: String = "") -> Form {
    var form = Form(
      title: "Edit the weakness",
      fields: [
        FormField(id: "note", label: "", kind: .note(note)),
        FormField(id: "what", label: "What", kind: .line, hint: "one moment"),
        FormField(id: "when", label: "When", kind: .lines(rows: 3), hint: hint),
        FormField(id: "last", label: "Last", kind: .line),
      ])
    form.about = about
    return form
  }

  /// From its beginning, with a sign that it goes on, and the field below it whole.
  @Test func aNoteIsReadFromItsBeginning() {
    for height in 5...12 {
      let form = form(Self.words)
      let rows = drawn(30, height) { $0.form(form) }
      let text = rows.joined(separator: "\n")
      #expect(text.contains("word1 word2") && text.contains("…"), "\(height): \(rows)")
      #expect(text.contains("What"), "\(height): \(rows)")
      #expect(!text.contains("word40"), "\(height): \(rows)")
    }
    let whole = drawn(30, 40) { $0.form(form(Self.words)) }.joined(separator: "\n")
    #expect(whole.contains("word40") && !whole.contains("…"), "\(whole)")
    // One that has the room is as it was, on a screen of any height.
    for height in 6...12 {
      let short = drawn(30, height) { $0.form(form("Read me")) }.joined(separator: "\n")
      #expect(short.contains("Read me") && !short.contains("…"), "\(height): \(short)")
    }
  }

  /// Further down the note is out of sight, and the field one is in is seen.
  @Test func theNoteGivesWayToTheFields() {
    var form = form(Self.words)
    for (id, label) in [("what", "What"), ("when", "When"), ("last", "Last")] {
      #expect(form.focused?.id == id)
      let rows = drawn(30, 7) { $0.form(form) }
      #expect(rows.contains { $0.hasPrefix(label) }, "\(id): \(rows)")
      _ = form.handle(.key(Key(.tab)), size: Size(30, 7))
    }
  }

  /// A name that is cut stands in full where a field has no hint, and never instead of one.
  @Test func aNameThatIsCutCanBeRead() {
    var form = form("", about: "Nordlicht and Daughters")
    let full = "Edit the weakness · Nordlicht and Daughters"
    #expect(form.fullTitle == full)
    func said() -> String {
      drawn(30, 7) { $0.form(form) }.dropFirst().map(\.trimmed).joined(separator: " ")
    }
    #expect(said().contains("one moment") && !said().contains("Nordlicht"), "\(said())")
    _ = form.handle(.key(Key(.tab)), size: Size(30, 7))
    #expect(said().contains(full), "\(said())")
    // One that has the room above isn't said twice.
    form.about = ""
    #expect(!said().contains("weakness"), "\(said())")
  }
}

extension String {
  fileprivate var trimmed: String {
    split(separator: " ").joined(separator: " ")
  }
}
