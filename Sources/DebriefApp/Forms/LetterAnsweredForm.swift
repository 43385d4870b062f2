import DebriefModel
import TUI

/// The form of the answer to a letter (A65).
struct LetterAnsweredForm: FormKind {
  static let name = "letter-answered"

  /// The application.
  let id: ID
  /// The letter.
  let letter: ID

  var application: ID? { id }
  var scope: [String] { [id.text, letter.text] }
  var label: String { "the answer to a letter" }
  var mainField: String { "on" }

  func days(_ context: FormContext) -> [String: FormDay] {
    ["on": .day(.past)]
  }

  func form(_ context: FormContext) -> Form {
    Form(
      title: "Answered: \(context.title(of: letter) ?? "a letter")",
      fields: [
        FormField(
          id: "on", label: "When they answered", kind: .line,
          hint: "leave empty for today, or type yesterday, fri, or 3 mar"),
        FormField(
          id: "useful", label: "Did it help?",
          kind: .choice([Choice(id: "yes", title: "yes"), Choice(id: "no", title: "no")]),
          hint: "if they told you something useful, add it to the feedback too", value: "yes"),
      ])
  }

  func change(
    _ values: FormValues, _ context: FormContext, ids: inout IDSource
  ) throws(FormFault) -> Change {
    let it = try context.known(letter: letter)
    let on = try values.day("on") ?? context.now.day
    return Recipe.answered(it, on: on, useful: values.line("useful") == "yes")
  }

  func edited(_ context: FormContext) -> [Entity] {
    entities(context.letter(letter), Entity.letter)
  }
}

extension LetterAnsweredForm {
  init?(scope: FormScope) {
    guard let letter = scope.id(1) else { return nil }
    self.init(id: scope.application, letter: letter)
  }
}

extension FormPurpose {
  /// A letter that was answered.
  static func letterAnswered(_ id: ID, _ letter: ID) -> Self {
    Self(LetterAnsweredForm(id: id, letter: letter))
  }
}
