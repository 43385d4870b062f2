import DebriefModel
import TUI

/// A change for next time that one of the three things of a reply leads to (A86).
struct SuggestedImprovementForm: FormKind {
  static let name = "improvement-from"

  /// The application.
  let id: ID
  /// The reply.
  let feedback: ID
  /// Which of its things, from 0.
  let thing: Int
  /// What the thing says about the candidate.
  let gap: Feedback.Gap

  var application: ID? { id }
  var scope: [String] { [id.text, feedback.text, "\(thing)", gap.rawValue] }
  var label: String { "a change for next time" }
  var mainField: String { "what" }

  func days(_ context: FormContext) -> [String: FormDay] { new.days(context) }

  func form(_ context: FormContext) -> Form {
    new.form(context, suggested: suggestion(context))
  }

  func change(
    _ values: FormValues, _ context: FormContext, ids: inout IDSource
  ) throws(FormFault) -> Change {
    try new.change(values, context, ids: &ids)
  }

  private var new: ImprovementForm { ImprovementForm(id: id, editing: nil) }

  /// What one of the three things leads on to, before the user changes it (A46, A86, A105).
  private func suggestion(_ context: FormContext) -> Improvement? {
    guard let dossier = context.dossier,
      let it = dossier.feedback.first(where: { $0.id == feedback }),
      it.three.indices.contains(thing)
    else { return nil }
    let text = it.three[thing].text
    var made = Improvement(
      id: it.id, application: dossier.application.id, recorded: context.now)
    gap.suggest(text, in: &made)
    return made
  }
}

extension SuggestedImprovementForm {
  init?(scope: FormScope) {
    guard let feedback = scope.id(1), let thing = scope.text(2).flatMap({ Int($0) }),
      let gap = scope.text(3).flatMap(Feedback.Gap.init(rawValue:))
    else { return nil }
    self.init(id: scope.application, feedback: feedback, thing: thing, gap: gap)
  }
}

extension FormPurpose {
  /// A change that one of the three things of a reply leads to (A86).
  static func improvementFrom(
    _ id: ID, feedback: ID, thing: Int, _ gap: Feedback.Gap
  ) -> Self {
    Self(SuggestedImprovementForm(id: id, feedback: feedback, thing: thing, gap: gap))
  }
}
