import DebriefModel
import TUI

/// The form of how an application ended.
struct OutcomeForm: FormKind {
  static let name = "outcome"

  /// The application.
  let id: ID

  var application: ID? { id }
  var scope: [String] { [id.text] }
  var label: String { "an outcome" }
  var mainField: String { "words" }

  func days(_ context: FormContext) -> [String: FormDay] {
    ["on": .day(.past)]
  }

  func form(_ context: FormContext) -> Form {
    Form(
      title: "How did it end?",
      fields: [
        FormField(
          id: "ending", label: "What happened", kind: .choice(choices(Recipe.Ending.self, \.label)),
          required: true, value: likelyEnding(context).rawValue),
        FormField(
          id: "on", label: "When", kind: .line,
          hint: "leave empty for today; or yesterday, fri, 3 mar"),
        FormField(
          id: "words", label: "Their exact words", kind: .lines(rows: 3),
          hint: "paste or type what they wrote; it's kept word for word"),
        FormField.tone("How you parted").seldom(),
      ])
  }

  /// How it stands already, else what this form is opened for most.
  private func likelyEnding(_ context: FormContext) -> Recipe.Ending {
    guard let dossier = context.dossier else { return .rejected }
    let status = dossier.status(now: context.now)
    return switch status.outcome {
    case .silent(_, confirmed: true): .silent
    case .withdrew, .declined: .withdrew
    case .offer, .accepted: .accepted
    case .waiting, .rejected, .silent: .rejected
    }
  }

  func change(
    _ values: FormValues, _ context: FormContext, ids: inout IDSource
  ) throws(FormFault) -> Change {
    guard let ending = Recipe.Ending(rawValue: values.line("ending")) else {
      throw FormFault(field: "ending", message: "Choose what happened.")
    }
    let day = try values.day("on") ?? context.now.day
    if let dossier = context.dossier, dossier.application.id == id,
      let precedent = Precedent(
        ending, on: day, words: values.line("words"), tone: Tone(rawValue: values.line("tone")),
        in: dossier)
    {
      if case .onFile(let it) = precedent {
        throw FormFault(
          field: "ending",
          message: precedent.sentence
            + (it.on == day ? "" : " If the day is wrong, open it and press {review.dates}."))
      }
      let question = precedent.sentence + " Save again to add this \(precedent.placing)."
      if !context.agreed.contains(question) {
        throw FormFault(field: "ending", message: question)
      }
    }
    return Recipe.outcome(
      ending, application: id, on: day, words: values.line("words"),
      tone: Tone(rawValue: values.line("tone")), ids: &ids, now: context.now)
  }

  func follow(_ change: Change, in app: inout App) -> [Effect] {
    guard app.screen == .home else {
      app.review.focus(.checklist)
      return []
    }
    return [.loadDossier(id, then: .review(.checklist))]
  }
}

extension OutcomeForm {
  init?(scope: FormScope) {
    self.init(id: scope.application)
  }
}

extension FormPurpose {
  /// How an application ended.
  static func outcome(_ id: ID) -> Self {
    Self(OutcomeForm(id: id))
  }
}

extension FormField {
  /// The note a contact ended on (A95).
  static func tone(_ label: String, value: Tone? = nil) -> FormField {
    FormField(
      id: "tone", label: label,
      kind: .choice([Choice(id: "", title: "not noted")] + choices(Tone.self, \.label)),
      hint: "even after a cold ending, a friendly line helps", value: value?.rawValue ?? "")
  }
}
