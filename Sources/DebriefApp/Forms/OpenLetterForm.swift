import DebriefModel
import TUI

/// What a letter says; its editor shows the fields in its own way.
struct OpenLetterForm: FormKind {
  static let name = "letter"

  /// The application.
  let id: ID
  /// The letter.
  let letter: ID

  var application: ID? { id }
  var scope: [String] { [id.text, letter.text] }
  var label: String { "a letter" }
  var mainField: String { "text" }

  func form(_ context: FormContext) -> Form {
    let it = context.letter(letter)
    return Form(
      title: context.title(of: letter) ?? "A letter",
      fields: [
        FormField(id: "subject", label: "Subject", kind: .line, value: it?.subject ?? ""),
        FormField(id: "text", label: "Text", kind: .lines(rows: 10), value: it?.text ?? ""),
      ])
  }

  func change(
    _ values: FormValues, _ context: FormContext, ids: inout IDSource
  ) throws(FormFault) -> Change {
    let old = try context.known(letter: letter)
    var it = old
    it.subject = values.line("subject")
    it.text = values.values["text"] ?? ""
    if let to = values.values["to"] { it.to = to.isEmpty ? nil : ID(to) }
    return Change("letter changed", store(.letter(old), .letter(it)))
  }

  func edited(_ context: FormContext) -> [Entity] {
    entities(context.letter(letter), Entity.letter)
  }

  func open(in app: inout App) { app.openLetter(self) }
}

extension OpenLetterForm {
  init?(scope: FormScope) {
    guard let letter = scope.id(1) else { return nil }
    self.init(id: scope.application, letter: letter)
  }
}

extension FormPurpose {
  /// A letter that is open.
  static func letter(_ id: ID, _ letter: ID) -> Self {
    Self(OpenLetterForm(id: id, letter: letter))
  }
}
