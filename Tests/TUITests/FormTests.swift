import Testing

@testable import TUI

@Suite(.timed) struct FormTests {
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
      "A c m e <enter> p <enter> o n e <alt+enter> t w o <enter> S R E <enter>", on: &form)
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
    #expect(rows[6].contains("( ) E-mail  ( ) Phone  ( ) Other"))
    #expect(rows[14] == "│ As you know it                                           │")
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

/// What keeps a form calm: nothing moves, nothing is cut unsaid, what is seldom needed is out of the way.
@Suite(.timed) struct CalmFormTests {
  static let sizes = [Size(30, 7), Size(80, 23), Size(90, 39)]

  private var form: Form {
    Form(
      title: "Calm",
      fields: [
        FormField(
          id: "a", label: "What happened", kind: .line,
          hint: "one sentence about one moment, the way a friend would put it"),
        FormField(id: "b", label: "Who", kind: .line),
        FormField(
          id: "c", label: "How likely would you say it was that day?", kind: .line,
          hint: "a number"),
        FormField(
          id: "list", label: "Reason", kind: .choice(reasons), value: "r1"),
        FormField(id: "words", label: "Words", kind: .lines(rows: 2)),
        FormField(id: "x", label: "Pay", kind: .line).seldom(),
        FormField(
          id: "y", label: "Effort",
          kind: .choice(["small", "large"].map { Choice(id: $0, title: $0) }), value: "small"
        ).seldom("small"),
      ])
  }

  private var reasons: [Choice] {
    (1...12).map {
      Choice(
        id: "r\($0)", title: "Reason \($0)", group: "Fit", meaning: "what they said of number \($0)"
      )
    }
  }

  private func play(_ script: String, on form: inout Form, _ size: Size) throws -> [FormReply] {
    try keys(script).map { form.handle(.key($0), size: size) }
  }

  private func rows(_ form: Form, _ size: Size) -> [String] {
    drawn(size.width, size.height) { $0.form(form) }
  }

  @Test(arguments: [Size(80, 23), Size(90, 39)]) func noFieldMovesWhenTheFocusDoes(_ size: Size) {
    var form = form
    let labels = ["What happened", "Who", "Reason", "Words", "more…"]
    let places = { (form: Form) in
      labels.map { label in rows(form, size).firstIndex { $0.contains("│ \(label)") } }
    }
    let first = places(form)
    #expect(!first.contains(nil))
    for _ in 0..<7 {
      _ = form.handle(.key(Key(.tab)), size: size)
      #expect(places(form) == first)
    }
  }

  /// On a small screen rows move only as far as the field with the focus needs it.
  @Test func aSmallScreenScrollsNoFurtherThanNeeded() throws {
    let size = Size(30, 9)
    var form = form
    _ = try play("<tab>", on: &form, size)
    let down = rows(form, size)
    #expect(down[1].contains("What happened") && down[3].contains("Who"), "\(down)")
    _ = try play("<tab> <tab> <tab>", on: &form, size)
    let there = rows(form, size)
    _ = try play("<shift+tab>", on: &form, size)
    // The one above was in view: nothing moved but the focus.
    #expect(rows(form, size)[1...5].contains { $0.contains("Reason") })
    #expect(there.first?.contains("5/6↑") == true, "\(there)")
    // No answer stands there without its label.
    #expect(there[1].hasPrefix("Reason"), "\(there)")
  }

  /// Where there is no room to spare, the fields have all of it: a title, and no border.
  @Test func aSmallScreenHasNoBorder() {
    let small = rows(form, Size(30, 7))
    #expect(small[0].hasPrefix("Calm") && small[0].hasSuffix("1/6↓"), "\(small)")
    #expect(small[1].hasPrefix("What happened"), "\(small)")
    #expect(!small.joined().contains { "│╭╮╰╯─".contains($0) }, "\(small)")
    #expect(form.preferredSize(within: Size(30, 7)) == Size(30, 7))
    for size in [Size(40, 7), Size(30, 10), Size(80, 9)] {
      #expect(rows(form, size)[0].hasPrefix("╭─ Calm"), "\(size)")
    }
  }

  @Test(arguments: sizes) func aLabelIsWhole(_ size: Size) throws {
    var form = form
    _ = try play("<tab> <tab>", on: &form, size)
    let text = rows(form, size).map { $0.dropFirst().prefix(30) }.joined(separator: " ")
    for word in ["likely", "would", "that", "day?"] { #expect(text.contains(word), "\(text)") }
    #expect(!text.contains("…") || size.height > 7)
  }

  @Test(arguments: sizes) func seldomFieldsAreFolded(_ size: Size) throws {
    var form = form
    _ = try play("<shift+tab>", on: &form, size)
    #expect(form.isOnMore && form.enter == .unfolds && form.focused == nil)
    #expect(rows(form, size).contains { $0.contains("more… (2)") })
    #expect(form.values["x"] == "" && form.values["y"] == "small")
    _ = try play("<right>", on: &form, size)
    #expect(!form.isOnMore && form.focused?.id == "x")
    #expect(!rows(form, size).contains { $0.contains("more…") })
    #expect(rows(form, size).contains { $0.contains("Pay") })
    _ = try play("9 <tab> <right>", on: &form, size)
    #expect(form.values["x"] == "9" && form.values["y"] == "large")
  }

  @Test func aSeldomFieldWithAValueIsShown() {
    var it = form
    it.set("y", "large")
    #expect(rows(it, Size(80, 23)).contains { $0.contains("Effort") })
    #expect(rows(it, Size(80, 23)).contains { $0.contains("more… (1)") })
    // What is wrong is seen, too, and what is pointed at.
    var wrong = form
    wrong.error = FormError(field: "x", message: "no")
    #expect(rows(wrong, Size(80, 23)).contains { $0.contains("Pay") })
    var pointed = form
    pointed.focus = 5
    #expect(
      pointed.focused?.id == "x" && !rows(pointed, Size(80, 23)).contains { $0.contains("more…") })
  }

  @Test(arguments: sizes) func manyChoicesAreAListToTypeIn(_ size: Size) throws {
    var form = form
    form.focus = 3
    #expect(form.enter == .lists)
    #expect(rows(form, size).contains { $0.contains("Reason 1 ▾") })
    _ = try play("<enter>", on: &form, size)
    #expect(form.enter == .picks)
    #expect(rows(form, size).contains { $0.contains("12 of 12") })
    let meaning = rows(form, size).joined(separator: " ").filter { $0 != "│" }
      .split(separator: " ").joined(separator: " ")
    #expect(meaning.contains("what they said of number 1"), "\(rows(form, size))")
    if size.height < 15 { #expect(rows(form, size).contains { $0.contains("↓ 1 of 12") }) }
    // Esc leaves the list alone; typing opens it, too, and what is picked is chosen.
    #expect(try play("<esc>", on: &form, size) == [.stay])
    #expect(form.list == nil && form.values["list"] == "r1")
    _ = try play("r e a s o n ␣ 1 1 <enter>", on: &form, size)
    #expect(form.values["list"] == "r11" && form.list == nil)
    #expect(form.focused?.id == "words")
  }

  @Test func enterGoesOnAndInOneFieldSaves() throws {
    let size = Size(60, 20)
    var one = Form(title: "One", fields: [FormField(id: "a", label: "A", kind: .lines(rows: 3))])
    #expect(one.enter == .submits)
    #expect(try play("x <ctrl+j> y <alt+enter> z", on: &one, size).allSatisfy { $0 == .stay })
    #expect(try play("<enter>", on: &one, size) == [.submit])
    #expect(one.values["a"] == "x\ny\nz")
    var many = form
    #expect(many.enter == .goesOn)
    _ = try play("<enter> <enter>", on: &many, size)
    #expect(many.focused?.id == "c")
  }

  @Test(arguments: sizes) func aTextThatGoesOnSaysSo(_ size: Size) throws {
    var form = form
    form.set("words", "one\ntwo\nthree\nfour")
    form.focus = 4
    _ = try play("<ctrl+e> <up> <up>", on: &form, size)
    let text = rows(form, size).joined(separator: "\n")
    #expect(text.contains("↓"), "\(text)")
    form.set("b", String(repeating: "long ", count: 40) + "end")
    form.focus = 1
    _ = try play("<ctrl+e>", on: &form, size)
    let row = rows(form, size).first { $0.contains("end") }
    #expect(row?.contains("…") == true, "\(rows(form, size))")
  }

  @Test(arguments: sizes) func whatWasHeardTakesThePlaceOfTheHint(_ size: Size) {
    var form = form
    form.focus = 2
    form.setHeard("c", "= Tue 17 Nov 2026")
    #expect(rows(form, size).contains { $0.contains("= Tue 17 Nov 2026") })
    #expect(!rows(form, size).contains { $0.contains("a number") })
    form.setHeard("c", nil)
    #expect(rows(form, size).contains { $0.contains("a number") })
  }
}

@Suite(.timed) struct PickerTests {
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
    let rows = drawn(20, 8) { $0.form(form) }
    // Wherever its rows end, all of it is there.
    let words = rows.joined(separator: " ").split(separator: " ").joined(separator: " ")
    #expect(words.contains("this one is on file already, and that is all"), "\(rows)")
  }
}
