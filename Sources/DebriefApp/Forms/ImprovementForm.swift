import DebriefModel
import TUI

/// The form of a change for next time.
struct ImprovementForm: FormKind {
  static let name = "improvement"

  /// The application.
  let id: ID
  /// The one that is edited; nil for a new one.
  let editing: ID?

  var application: ID? { id }
  var scope: [String] { [id.text, editing?.text ?? ""] }
  var label: String { "a change for next time" }
  var mainField: String { "what" }

  func days(_ context: FormContext) -> [String: FormDay] {
    ["by": .day(.future)]
  }

  func form(_ context: FormContext) -> Form { form(context, suggested: nil) }

  /// The form, filled from what is suggested where it is new.
  func form(_ context: FormContext, suggested: Improvement?) -> Form {
    let it = context.improvement(editing) ?? suggested
    return Form(
      title: editing == nil ? "A change to try next time" : "Edit the change",
      fields: [
        FormField(
          id: "what", label: "What you'll do", kind: .line, hint: "small and concrete",
          required: true, value: it?.what ?? ""),
        FormField(
          id: "area", label: "What it helps with", kind: .choice(choices(Area.self, \.label)),
          value: (it?.area ?? .presentation).rawValue),
        FormField(
          id: "place", label: "When you'll use it", kind: .line, value: it?.place ?? ""),
        FormField(
          id: "proof", label: "How you'll know it worked", kind: .line, value: it?.proof ?? ""),
        FormField(
          id: "effort", label: "Effort",
          kind: .choice([
            Choice(id: "small", title: "little"), Choice(id: "medium", title: "some"),
            Choice(id: "large", title: "a lot"),
          ]), value: (it?.effort ?? .small).rawValue
        ).seldom("small"),
        FormField(
          id: "learning", label: "Kind",
          kind: .choice([
            Choice(id: "", title: "do it differently"), Choice(id: "yes", title: "learn it first"),
          ]),
          hint: "say how you'll show you learned it; this doesn't count toward your three changes",
          value: it?.isLearning == true ? "yes" : ""
        ).seldom(),
        FormField(
          id: "options", label: "Ways to get there", kind: .line,
          hint: "such as a course, a project of your own, or an evening class",
          value: it?.options ?? ""
        ).seldom(),
        FormField(
          id: "cost", label: "What it costs", kind: .line, hint: "money or hours",
          value: it?.cost ?? ""
        ).seldom(),
        FormField(
          id: "by", label: "By", kind: .line,
          hint: "1 jun, in 6 weeks; it'll show up on your to-do list then",
          value: it?.by?.typed ?? ""),
      ])
  }

  func change(
    _ values: FormValues, _ context: FormContext, ids: inout IDSource
  ) throws(FormFault) -> Change {
    let old = context.improvement(editing)
    if editing != nil, old == nil { throw FormContext.goneImprovement }
    if values.line("what").isEmpty {
      throw FormFault(field: "what", message: "Write what you'll do differently.")
    }
    var it = old ?? Improvement(id: ids.draw(), application: id, recorded: context.now)
    if old == nil { it.debrief = context.dossier?.debrief?.id }
    it.what = values.line("what")
    it.area = Area(rawValue: values.line("area")) ?? .presentation
    it.place = values.line("place")
    it.proof = values.line("proof")
    it.effort = Improvement.Effort(rawValue: values.line("effort")) ?? .small
    let learning = values.line("learning") == "yes"
    if learning != it.isLearning { it.learning = learning }
    it.options = values.line("options").isEmpty ? nil : values.line("options")
    it.cost = values.line("cost").isEmpty ? nil : values.line("cost")
    it.by = try values.day("by", .future)
    if let fault = it.crowding(context.dossier?.improvements ?? []), old?.takesPlace != true {
      throw FormFault(field: "learning", message: fault)
    }
    return Change(
      old == nil ? "change to try added" : "change to try edited",
      store(old.map(Entity.improvement), .improvement(it)))
  }

  func edited(_ context: FormContext) -> [Entity] {
    entities(context.improvement(editing), Entity.improvement)
  }
}

extension ImprovementForm {
  init?(scope: FormScope) {
    self.init(id: scope.application, editing: scope.id(1))
  }
}

extension FormPurpose {
  /// A change for next time; nil adds one.
  static func improvement(_ id: ID, editing: ID?) -> Self {
    Self(ImprovementForm(id: id, editing: editing))
  }
}

extension FormContext {
  /// A change of this application, or one that another left open.
  func improvement(_ id: ID?) -> Improvement? {
    guard let id else { return nil }
    return dossier?.improvements.first { $0.id == id }
      ?? carried.first { $0.improvement.id == id }?.improvement
  }

  /// The change a form was opened for is not at hand any more.
  static let goneImprovement = FormFault(
    field: "what", message: "This change can't be found. Open it from the list again.")
}
