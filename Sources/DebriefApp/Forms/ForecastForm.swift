import DebriefModel
import TUI

/// The form that seals a forecast.
struct ForecastForm: FormKind {
  static let name = "forecast"

  /// The application.
  let id: ID

  var application: ID? { id }
  var scope: [String] { [id.text] }
  var label: String { "a forecast" }
  var mainField: String { "chance" }

  func form(_ context: FormContext) -> Form {
    Form(
      title: "Seal a forecast",
      fields: [
        FormField(
          id: "ask", label: "",
          kind: .note("How likely is it that they go on with you? Once sealed it stays.")),
        FormField(
          id: "chance", label: "Chance in percent", kind: .line, hint: "1 to 99; 50 says nothing",
          required: true),
      ], submitTitle: "Seal it")
  }

  func change(
    _ values: FormValues, _ context: FormContext, ids: inout IDSource
  ) throws(FormFault) -> Change {
    guard let dossier = context.dossier, dossier.application.id == id else {
      throw FormFault(field: "chance", message: "Open the application again, then seal it.")
    }
    if let refusal = ForecastRules.refusal(dossier, now: context.now) {
      throw FormFault(field: "chance", message: refusal)
    }
    guard let chance = try values.number("chance", 1...99) else {
      throw FormFault(field: "chance", message: "Write a number from 1 to 99.")
    }
    return ForecastRules.seal(chance, dossier, ids: &ids, now: context.now)
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
