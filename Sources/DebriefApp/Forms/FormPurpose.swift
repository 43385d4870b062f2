import DebriefModel
import TUI

/// What a form is opened for: one of the forms, and what it is about.
struct FormPurpose: Hashable, Sendable {
  /// Every form there is. A draft finds its form in here.
  static let kinds: [any FormKind.Type] = [
    ApplicationForm.self,
    HeardForm.self,
    UpcomingForm.self,
    InterviewForm.self,
    OutcomeForm.self,
    EventForm.self,
    PromisedForm.self,
    HappenedForm.self,
    ForecastForm.self,
    PreparationForm.self,
    TurnForm.self,
    FindingForm.self,
    AskForm.self,
    ReplyForm.self,
    CallForm.self,
    ImprovementForm.self,
    SuggestedImprovementForm.self,
    TestedForm.self,
    DroppedForm.self,
    AnswerForm.self,
    NextForm.self,
    CaptureForm.self,
    PersonForm.self,
    ProfileForm.self,
    ResumeForm.self,
    OpenLetterForm.self,
    LetterSentForm.self,
    LetterAnsweredForm.self,
    LetterReleaseForm.self,
  ]

  /// The form.
  let kind: any FormKind

  /// Opens a form for something.
  init(_ kind: any FormKind) { self.kind = kind }

  /// The form a draft belongs to; nil for a scope of another version.
  init?(scope: String) {
    let parts = scope.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count >= 2, let type = Self.kinds.first(where: { $0.name == parts[0] }),
      let kind = type.init(scope: FormScope(words: Array(parts[1...])))
    else { return nil }
    self.kind = kind
  }

  /// Its ``FormKind/application``.
  var application: ID? { kind.application }

  /// The name of the draft that is kept while it is being typed, which leads back to the same form
  /// after a crash.
  var scope: String { ([type(of: kind).name] + kind.scope).joined(separator: "/") }

  /// Its ``FormKind/label``.
  var label: String { kind.label }

  /// Its ``FormKind/mainField``.
  var mainField: String { kind.mainField }

  /// The empty or prefilled form, which says what it is about. A day in it is one thing, over which one types.
  func form(_ context: FormContext) -> Form {
    var form = kind.form(context)
    form.about = about(context)
    for id in kind.days(context).keys { form.setWhole(id) }
    return form
  }

  /// What rows call the application it is about; empty where it is about none.
  func about(_ context: FormContext) -> String { kind.subject.flatMap(context.name(of:)) ?? "" }

  /// Its ``label`` in a sentence, with the application: "an outcome (Acme)".
  func label(about name: String) -> String { name.isEmpty ? label : "\(label) (\(name))" }

  /// The change that saves the form. Throws which field keeps it from being saved, and why.
  func change(
    _ values: [String: String], _ context: FormContext, ids: inout IDSource
  ) throws(FormFault) -> Change {
    try kind.change(FormValues(values: values, now: context.now), context, ids: &ids)
  }

  /// Its ``FormKind/edited(_:)``.
  func edited(_ context: FormContext) -> [Entity] { kind.edited(context) }

  /// Asks about days that cannot both be so, once for each: saving again with the question in sight
  /// is the yes. Everything that a form saves comes through here. Throws the question.
  func checkDays(_ change: Change, _ context: FormContext) throws(FormFault) {
    let dossier = kind.startsApplication ? nil : context.dossier
    if let dossier, dossier.application.id != application { return }
    for question in DayOrder.news(change, in: dossier, now: context.now) {
      let asked = context.named("\(question) {again} to keep it.")
      if !context.agreed.contains(asked) {
        throw FormFault(field: kind.dayField, message: asked)
      }
    }
  }

  static func == (a: Self, b: Self) -> Bool { a.kind.equals(b.kind) }

  func hash(into hasher: inout Hasher) {
    hasher.combine(ObjectIdentifier(type(of: kind)))
    hasher.combine(kind)
  }
}

extension FormKind {
  fileprivate func equals(_ other: any FormKind) -> Bool { self == other as? Self }
}

extension Draft {
  /// The applications its form is about, each once; none for a form of another version.
  public var applications: [ID] {
    guard let purpose = FormPurpose(scope: scope) else { return [] }
    return [purpose.application, purpose.kind.subject].compactMap(\.self).reduce(into: []) {
      if !$0.contains($1) { $0.append($1) }
    }
  }
}
