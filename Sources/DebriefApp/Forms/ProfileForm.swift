import DebriefModel
import TUI

/// The form of the one who looks for work: what letters are signed with, and what stays true from
/// one application to the next (A62, A111).
struct ProfileForm: FormKind {
  static let name = "profile"

  var application: ID? { nil }
  var scope: [String] { [""] }
  var label: String { "your details" }
  var mainField: String { "goals" }
  var readFirst: Effect? { .loadProfile }

  func form(_ context: FormContext) -> Form {
    let it = context.profile ?? Profile()
    return Form(
      title: "You",
      fields: [
        FormField(
          id: "name", label: "Name", kind: .line, hint: "the way you sign letters", value: it.name),
        FormField(id: "email", label: "Email", kind: .line, value: it.email),
        FormField(id: "phone", label: "Phone", kind: .line, value: it.phone),
        FormField(
          id: "goals", label: "What you want next", kind: .lines(rows: 3),
          hint: "used in letters: what you'd like from your next job",
          value: it.goals),
        FormField(
          id: "available", label: "When you could start", kind: .line,
          hint: "allow for the notice you have to give, such as: two weeks after I accept",
          value: it.available),
        FormField(
          id: "language", label: "Language of your letters", kind: .line,
          hint: "en_US is American English, en_GB British, de_DE German", value: it.language),
      ])
  }

  func sentences(_ values: [String: String]) -> [String: String] {
    guard let goals = values["goals"], !goals.trimmed.isEmpty else { return [:] }
    return ["goals": "In a letter: I’m looking for \(LetterClause.seek(goals))."]
  }

  func change(
    _ values: FormValues, _ context: FormContext, ids: inout IDSource
  ) throws(FormFault) -> Change {
    let language = values.line("language")
    let isCode =
      !language.isEmpty && language.allSatisfy { $0.isASCII && ($0.isLetter || $0 == "_") }
    guard isCode else {
      throw FormFault(
        field: "language", message: "Type the language like this: en_US for American English.")
    }
    let email = values.line("email")
    let halves = email.split(separator: "@", omittingEmptySubsequences: false)
    guard
      email.isEmpty
        || halves.count == 2 && halves.allSatisfy({ !$0.isEmpty })
          && !email.contains(where: \.isWhitespace)
    else {
      throw FormFault(
        field: "email", message: "That isn't an email address. Type it like name@example.org.")
    }
    var it = context.profile ?? Profile()
    it.name = values.line("name")
    it.email = email
    it.phone = values.line("phone")
    it.goals = values.line("goals")
    it.available = values.line("available")
    it.language = language
    return Change("your details changed", store(context.profile.map(Entity.profile), .profile(it)))
  }

  func edited(_ context: FormContext) -> [Entity] { [.profile(context.profile ?? Profile())] }
}

extension ProfileForm {
  init?(scope: FormScope) {
    self.init()
  }
}

extension FormPurpose {
  /// The one who looks for work.
  static var profile: Self { Self(ProfileForm()) }
}
