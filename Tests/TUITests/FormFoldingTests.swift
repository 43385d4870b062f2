import Testing

@testable import TUI

/// Fields that another answer rules out: neither shown nor passed, unless somebody typed in them.
@Suite(.timed) struct FormFoldingTests {
  private let size = Size(60, 20)

  private var form: Form {
    Form(
      title: "Heard",
      fields: [
        FormField(
          id: "met", label: "Interview",
          kind: .choice([Choice(id: "yes", title: "yes"), Choice(id: "no", title: "no")]),
          value: "yes"),
        FormField(id: "day", label: "Day", kind: .line, required: true).only("met", "yes"),
        FormField(id: "round", label: "Round", kind: .line, value: "1").seldom("1")
          .only("met", "yes"),
        FormField(id: "words", label: "Words", kind: .line),
      ])
  }

  private func shown(_ form: Form) -> String {
    drawn(size.width, size.height) { $0.form(form) }.joined(separator: "\n")
  }

  private func play(_ script: String, on form: inout Form) throws -> [FormReply] {
    try keys(script).map { form.handle(.key($0), size: size) }
  }

  @Test func whatAppliesIsAsked() throws {
    var form = form
    // The round says no more than none, and is folded away.
    #expect(form.place.of == 3 && form.foldedCount == 1)
    #expect(shown(form).contains("Day") && shown(form).contains("more… (1)"), "\(shown(form))")
    _ = try play("<tab>", on: &form)
    #expect(form.focused?.id == "day")
    #expect(try play("<ctrl+s>", on: &form) == [.stay])
    #expect(form.error?.field == "day")
  }

  @Test func whatIsRuledOutIsPassed() throws {
    var form = form
    _ = try play("n <tab>", on: &form)
    #expect(form.focused?.id == "words")
    #expect(form.place.at == 2 && form.place.of == 2 && form.foldedCount == 0)
    #expect(!shown(form).contains("Day") && !shown(form).contains("more…"), "\(shown(form))")
    // What isn't there needs no answer.
    #expect(try play("<ctrl+s>", on: &form) == [.submit])
    // It comes back with the answer it hangs on.
    _ = try play("<shift+tab> y <tab>", on: &form)
    #expect(form.focused?.id == "day" && form.foldedCount == 1)
  }

  /// What somebody typed is let go of by nobody else.
  @Test func whatWasTypedStays() throws {
    var form = form
    _ = try play("<tab> f r i <shift+tab> n", on: &form)
    #expect(shown(form).contains("Day") && shown(form).contains("fri"), "\(shown(form))")
    #expect(form.values["day"] == "fri")
    _ = try play("<tab> <backspace> <backspace> <backspace> <shift+tab>", on: &form)
    #expect(!shown(form).contains("Day"), "\(shown(form))")
  }

  /// A field that hangs on one that is ruled out itself is ruled out with it.
  @Test func itHangsTogether() throws {
    var form = Form(
      title: "Chain",
      fields: [
        FormField(
          id: "a", label: "A",
          kind: .choice([Choice(id: "1", title: "1"), Choice(id: "2", title: "2")]), value: "1"),
        FormField(
          id: "b", label: "B",
          kind: .choice([Choice(id: "1", title: "1"), Choice(id: "2", title: "2")]), value: "1"
        ).only("a", "1"),
        FormField(id: "c", label: "C", kind: .line).only("b", "1"),
      ])
    #expect(form.place.of == 3)
    _ = try play("2", on: &form)
    #expect(form.place.of == 1)
  }

  /// The frame has room for all of them, so that it stands still when one comes or goes.
  @Test func theFrameStandsStill() throws {
    var form = form
    let before = form.preferredSize(within: Size(80, 24))
    _ = try play("n", on: &form)
    #expect(form.place.of == 2)
    #expect(form.preferredSize(within: Size(80, 24)) == before)
  }
}
