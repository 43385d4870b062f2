import DebriefModel
import TUI

/// The form that seals a forecast.
struct ForecastForm: FormKind {
  static let name = "forecast"

  /// The application.
  let id: ID

  var application: ID? { id }
  var scope: [String] { [id.text] }
  var label: String { "a prediction" }
  var mainField: String { "chance" }

  func form(_ context: FormContext) -> Form {
    Form(
      title: "Make a prediction",
      fields: [
        FormField(
          id: "ask", label: "",
          kind: .note(ask(context))),
        FormField(
          id: "chance", label: "Chance of a yes, in %", kind: .line,
          hint: "1 to 99; 50 means you can't tell",
          required: true
        ).whole(),
        FormField(
          id: "felt", label: "How it felt",
          kind: .choice(
            [Choice(id: "", title: "I'd rather not say")]
              + Forecast.feelings.enumerated().reversed().map {
                Choice(id: String($0.offset + Forecast.worst), title: $0.element)
              })),
      ], submitTitle: "Seal it")
  }

  /// What one's own record says stands beside the field: who knows it predicts better (LOOP.md, S6).
  private func ask(_ context: FormContext) -> String {
    var lines = ["How likely is a yes, and how did it feel? Once you save it, it stays as it is."]
    if let record = context.record, let dossier = context.dossier {
      let round = dossier.held(now: context.now).count
      lines += [AskAdvice.base(record, after: round), AskAdvice.lean(record)].compactMap { $0 }
    }
    return lines.joined(separator: "\n")
  }

  func change(
    _ values: FormValues, _ context: FormContext, ids: inout IDSource
  ) throws(FormFault) -> Change {
    guard let dossier = context.dossier, dossier.application.id == id else {
      throw FormFault(
        field: "chance", message: "Open the application again, then make your prediction.")
    }
    if let refusal = ForecastRules.refusal(dossier, now: context.now) {
      throw FormFault(field: "chance", message: refusal)
    }
    guard let chance = try values.percent("chance", 1...99) else {
      throw FormFault(field: "chance", message: "Type a number from 1 to 99.")
    }
    return ForecastRules.seal(
      chance, felt: Int(values.line("felt")), dossier, ids: &ids, now: context.now)
  }
}

extension ForecastForm {
  init?(scope: FormScope) {
    self.init(id: scope.application)
  }
}

extension FormPurpose {
  /// A forecast that is sealed.
  static func forecast(_ id: ID) -> Self {
    Self(ForecastForm(id: id))
  }
}
