import Testing

@testable import TUI

@Suite struct FormTests {
  private let size = Size(60, 20)

  private var form: Form {
    Form(
      title: "Add",
      fields: [
        FormField(id: "note", label: "", kind: .note("Read me")),
        FormField(
          id: "company", label: "Company", kind: .line, hint: "As you know it", required: true),
        FormField(
          id: "channel", label: "Channel",
          kind: .choice([
            Choice(id: "mail", title: "E-mail"), Choice(id: "phone", title: "Phone"),
            Choice(id: "other", title: "Other"),
          ])),
        FormField(id: "words", label: "Words", kind: .lines(rows: 3)),
        FormField(id: "role", label: "Role", kind: .line),
      ])
  }

  private func play(_ script: String, on form: inout Form) throws -> [FormReply] {
    try keys(script).map { form.handle(.key($0), size: size) }
  }

  @Test func movesBetweenFields() throws {
    var form = form
    #expect(form.focus == 1)
    _ = try play("<tab>", on: &form)
    #expect(form.focus == 2)
    _ = try play("<enter>", on: &form)
    #expect(form.focus == 3)
    _ = try play("<tab> <tab>", on: &form)
    #expect(form.focus == 1)
    _ = try play("<shift+tab> <up>", on: &form)
    #expect(form.focus == 3)
  }

  @Test func fillsInAndSubmits() throws {
    var form = form
    let replies = try play(
      "A c m e <enter> p <enter> o n e <enter> t w o <tab> S R E <enter>", on: &form)
    #expect(replies.last == .submit)
    #expect(replies.dropLast().allSatisfy { $0 == .stay })
    #expect(
      form.values == ["company": "Acme", "channel": "phone", "words": "one\ntwo", "role": "SRE"])
  }

  @Test func whatIsNeededIsAskedFor() throws {
    var form = form
    form.focus = 4
    #expect(try play("<ctrl+s>", on: &form) == [.stay])
    #expect(form.error == FormError(field: "company", message: "Company is needed"))
    #expect(form.focus == 1)
    _ = try play("x", on: &form)
    #expect(form.error == nil)
    #expect(try play("<ctrl+s>", on: &form) == [.submit])
  }

  @Test(arguments: ["<esc>", "<ctrl+c>"])
  func cancels(_ key: String) throws {
    var form = form
    #expect(try play(key, on: &form) == [.cancel])
  }

  @Test(arguments: [
    ("<right>", "mail"), ("<right> <right>", "phone"), ("<left>", "other"), ("␣ ␣ ␣", "other"),
    ("o", "other"),
    ("2", "phone"), ("E", "mail"), ("<end>", "other"), ("9", ""), ("z", ""),
  ])
  func choices(_ script: String, _ value: String) throws {
    var form = form
    form.focus = 2
    _ = try play(script, on: &form)
    #expect(form.values["channel"] == value)
  }

  @Test func pastesAndSets() {
    var form = form
    _ = form.handle(.paste("a\nb"), size: size)
    #expect(form.values["company"] == "a b")
    form.focus = 3
    _ = form.handle(.paste("a\nb"), size: size)
    #expect(form.values["words"] == "a\nb")
    form.set("channel", "phone")
    form.set("role", "SRE")
    form.set("nothing", "x")
    #expect(form.values["channel"] == "phone")
    #expect(form.values["role"] == "SRE")
    let replies = [.resize(size), .key(Key(.function(1)))].map { form.handle($0, size: size) }
    #expect(replies == [.unused, .unused])
  }

  @Test func isDrawn() {
    var form = form
    form.error = FormError(field: "company", message: "Company is needed")
    let rows = drawn(60, 16) { $0.form(form) }
    #expect(rows[1] == "│ Read me                                                  │")
    #expect(rows[3] == "│ Company *                                                │")
    #expect(rows[4] == "│            Company is needed                             │")
    #expect(rows[5] == "│            As you know it                                │")
    #expect(rows[7].contains("( ) E-mail  ( ) Phone  ( ) Other"))
    #expect(rows[14].contains("^S Save"))
    let narrow = drawn(30, 16) { $0.form(form) }
    #expect(narrow[2] == "│ Company *                  │")
    #expect(narrow[4] == "│ Company is needed          │")
  }

  @Test func theFocusedFieldIsSeenAtAnySize() {
    for width in 1...70 {
      for height in 1...22 {
        for focus in 1...4 {
          var form = form
          form.focus = focus
          let surface = Surface(size: Size(width, height))
          surface.canvas.form(form)
          #expect(hasOnlyWholeGlyphs(surface.frame))
          // Two rows are enough for a label and its answer.
          if width >= 8, height >= 5 {
            #expect(surface.frame.cursor != nil, "\(width)x\(height), field \(focus)")
          }
          _ = form.handle(.key(.char("p")), size: Size(width, height))
          _ = form.handle(.key(Key(.down)), size: Size(width, height))
        }
      }
    }
  }
}

@Suite struct PickerTests {
  private var options: [PickerOption] {
    [
      PickerOption(id: "open", title: "Open the application", key: "enter"),
      PickerOption(id: "delete", title: "Delete entry", key: "d", disabled: "The log is empty"),
      PickerOption(id: "add", title: "Add an application", detail: "by hand", key: "a"),
      PickerOption(id: "apply", title: "Mark as applied"),
    ]
  }

  private func play(_ script: String, on picker: inout Picker) throws -> PickerReply? {
    try keys(script).map { picker.handle(.key($0), height: 10) }.last
  }

  @Test func picksWithAndWithoutAFilter() throws {
    var picker = Picker(title: "Do", options: options, filterable: false)
    #expect(try play("j j <enter>", on: &picker) == .picked("add"))
    #expect(try play("d", on: &picker) == .refused("The log is empty"))
    #expect(try play("a", on: &picker) == .picked("add"))
    #expect(try play("q", on: &picker) == .cancel)
    var filtered = Picker(title: "Do", options: options, filterable: true)
    #expect(try play("a d d <enter>", on: &filtered) == .picked("add"))
    #expect(try play("<ctrl+u> <down> <enter>", on: &filtered) == .refused("The log is empty"))
    #expect(try play("<esc>", on: &filtered) == .cancel)
  }

  @Test(arguments: [
    ("app", ["open", "add", "apply"]), ("APPL", ["open", "add", "apply"]), ("del", ["delete"]),
    ("hand", ["add"]), ("zzz", []), ("mk", ["apply"]), ("an", ["add", "open"]),
  ])
  func filters(_ typed: String, _ ids: [String]) throws {
    var picker = Picker(title: "Do", options: options, filterable: true)
    _ = picker.handle(.paste(typed), height: 10)
    #expect(Set(picker.shown.map(\.id)).isSuperset(of: ids))
    #expect(picker.shown.first?.id == ids.first)
    #expect(
      try play("<enter>", on: &picker)
        == (ids.isEmpty
          ? .stay : picker.selected.map { $0.disabled.map { .refused($0) } ?? .picked($0.id) }))
  }

  @Test func isDrawnAtAnySize() {
    for filterable in [true, false] {
      for width in 1...90 {
        for height in 1...9 {
          let surface = Surface(size: Size(width, height))
          surface.canvas.picker(Picker(title: "Do 漢字", options: options, filterable: filterable))
          #expect(hasOnlyWholeGlyphs(surface.frame))
        }
      }
    }
    let rows = drawn(60, 8) { $0.picker(Picker(title: "Do", options: options, filterable: true)) }
    #expect(rows.contains { $0.contains("Delete entry  The log is empty") })
    #expect(rows.contains { $0.contains("4 of 4") })
  }

  @Test func theFocusBeginsWhereItIsSaidTo() {
    let fields = [
      FormField(id: "note", label: "", kind: .note("read")),
      FormField(id: "who", label: "Who", kind: .choice([Choice(id: "a", title: "they")])),
      FormField(id: "what", label: "What", kind: .line),
    ]
    #expect(Form(title: "", fields: fields).focus == 1)
    #expect(Form(title: "", fields: fields, start: "gone").focus == 1)
    var form = Form(title: "", fields: fields, start: "what")
    #expect(form.focus == 2 && form.start == 2)
    _ = form.handle(.key(.char("t")), size: Size(40, 10))
    #expect(form.values["what"] == "t")
    _ = form.handle(.key(Key(.up)), size: Size(40, 10))
    #expect(form.focus == 1 && form.start == 2)
  }

  @Test func whatIsWrongIsSeenOnASmallScreen() {
    let choices = ["one", "two", "three", "four", "five"].map { Choice(id: $0, title: $0) }
    var form = Form(
      title: "F",
      fields: [
        FormField(id: "c", label: "Choice", kind: .choice(choices), value: "one"),
        FormField(id: "l", label: "Line", kind: .line),
      ])
    form.error = FormError(field: "c", message: "this one is on file already, and that is all")
    let rows = drawn(20, 8) { $0.form(form) }.joined(separator: "\n")
    #expect(rows.contains("this one is on") && rows.contains("that is all"), "\(rows)")
  }
}
