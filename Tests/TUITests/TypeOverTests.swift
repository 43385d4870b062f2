import Testing

@testable import TUI

/// A number or a day that stands in a form already: what is typed takes its place.
@Suite(.timed) struct TypeOverTests {
  private let size = Size(60, 20)

  private func play(_ script: String, on form: inout Form) throws -> [FormReply] {
    try keys(script).map { form.handle(.key($0), size: size) }
  }

  private func round(_ value: String = "1") -> Form {
    Form(
      title: "Round",
      fields: [
        FormField(id: "round", label: "Round", kind: .line, value: value).whole(),
        FormField(id: "name", label: "Name", kind: .line, value: "Ann"),
      ])
  }

  /// What is typed first takes the place of a number that stands there already; everything else edits it.
  @Test(arguments: [
    ("2", "2"), ("2 3", "23"), ("<backspace> 2", "2"), ("<left> 2", "21"), ("<end> 2", "12"),
    ("<space> 2", "1 2"), ("<tab> <shift+tab> 2", "2"), ("2 <tab> <shift+tab> 3", "23"),
    ("<ctrl+a> 2", "21"), ("<delete> 2", "12"), ("2 <ctrl+_>", "1"), ("<ctrl+u> 7", "7"),
  ])
  func whatIsOneThingIsTypedOver(_ script: String, _ value: String) throws {
    var form = round()
    _ = try play(script, on: &form)
    #expect(form.values["round"] == value, "\(script)")
  }

  @Test func aTextIsNeverTypedOver() throws {
    var form = round()
    _ = try play("<tab> a", on: &form)
    #expect(form.values == ["round": "1", "name": "Anna"])
    // What is pasted is typed; what came from elsewhere was touched; what is back is as it was.
    form.focus = 0
    _ = form.handle(.paste("4"), size: size)
    #expect(form.values["round"] == "4")
    form.set("round", "5")
    _ = try play("6", on: &form)
    #expect(form.values["round"] == "56")
    form.set("round", "1")
    _ = try play("7", on: &form)
    #expect(form.values["round"] == "7")
    var empty = round("")
    _ = try play("1 2", on: &empty)
    #expect(empty.values["round"] == "12")
  }

  @Test func whatIsPointedAtIsEdited() throws {
    var form = round()
    let area = Rect(x: 0, y: 0, width: 9, height: 1)
    let hits = [Target.field(0), .text(0)].map { HitArea(target: $0, area: area) }
    form.point(Pointed(hits, x: 1, y: 0), size: size)
    _ = try play("2", on: &form)
    #expect(form.values["round"] == "12")
  }
}
