import DebriefModel
import TUI

/// The form of why a letter goes before its time (A65).
struct LetterReleaseForm: FormKind {
  static let name = "letter-release"

  /// The application.
  let id: ID
  /// The letter.
  let letter: ID

  var application: ID? { id }
  var scope: [String] { [id.text, letter.text] }
  var label: String { "why a letter can't wait" }
  var mainField: String { "why" }

  func form(_ context: FormContext) -> Form {
    let it = context.letter(letter)
    let until =
      it?.heldUntil.map { "\($0.day.short(today: context.now.day)) \($0.time)" } ?? "later"
    let isMood = it.map(LetterHold.isForMood) ?? true
    return Form(
      title: "On hold until \(until)",
      fields: [
        FormField(
          id: "rest", label: "Why it's on hold",
          kind: .note(
            isMood
              ? "You started it on a hard day. It may read differently after a night's sleep."
              : "You put it on hold until that date.")),
        FormField(
          id: "why", label: "Why it can't wait", kind: .line,
          hint: context.named("{key.esc} keeps it on hold; it'll be ready when the time comes"),
          required: true),
      ], submitTitle: "Take it off hold")
  }

  func change(
    _ values: FormValues, _ context: FormContext, ids: inout IDSource
  ) throws(FormFault) -> Change {
    let it = try context.known(letter: letter)
    if values.line("why").isEmpty {
      throw FormFault(
        field: "why", message: "Write why it can't wait, or {press} {key.esc} to keep it on hold.")
    }
    return Recipe.release(it, why: values.line("why"))
  }

  func edited(_ context: FormContext) -> [Entity] {
    entities(context.letter(letter), Entity.letter)
  }
}

extension LetterReleaseForm {
  init?(scope: FormScope) {
    guard let letter = scope.id(1) else { return nil }
    self.init(id: scope.application, letter: letter)
  }
}

extension FormPurpose {
  /// A letter that goes before its time.
  static func letterRelease(_ id: ID, _ letter: ID) -> Self {
    Self(LetterReleaseForm(id: id, letter: letter))
  }
}
