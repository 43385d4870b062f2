import DebriefModel
import TUI

/// The forms of the changes for next time: noting one, closing it with its test, dropping it.
extension FormPurpose {
  func improvementForm(_ editing: ID?, _ context: FormContext, _ draft: Improvement? = nil) -> Form
  {
    let it = context.improvement(editing) ?? draft
    return Form(
      title: editing == nil ? "A change for next time" : "Edit the change",
      fields: [
        FormField(
          id: "what", label: "What you will do", kind: .line, hint: "small and concrete",
          required: true, value: it?.what ?? ""),
        FormField(
          id: "area", label: "What it touches", kind: .choice(choices(Area.self, \.label)),
          value: (it?.area ?? .presentation).rawValue),
        FormField(
          id: "place", label: "Where you will use it", kind: .line, value: it?.place ?? ""),
        FormField(
          id: "proof", label: "How you will know it worked", kind: .line, value: it?.proof ?? ""),
        FormField(
          id: "effort", label: "Effort",
          kind: .choice([
            Choice(id: "small", title: "small"), Choice(id: "medium", title: "medium"),
            Choice(id: "large", title: "large"),
          ]), value: (it?.effort ?? .small).rawValue),
        FormField(
          id: "learning", label: "Kind",
          kind: .choice([
            Choice(id: "", title: "do it differently"), Choice(id: "yes", title: "learn it first"),
          ]), hint: "what is learned is done only with proof; it takes none of the three places",
          value: it?.isLearning == true ? "yes" : ""),
        FormField(
          id: "options", label: "Ways to get there", kind: .line,
          hint: "for a gap: a course, a project of your own, less pay for a while, evenings",
          value: it?.options ?? ""),
        FormField(
          id: "cost", label: "What it costs", kind: .line, hint: "money, hours, pay",
          value: it?.cost ?? ""),
        FormField(
          id: "by", label: "By", kind: .line, hint: "1 jun, in 6 weeks; it then comes up when due",
          value: it?.by?.description ?? ""),
      ])
  }

  func saveImprovement(
    _ id: ID, _ editing: ID?, _ values: FormValues, _ context: FormContext, _ ids: inout IDSource
  ) throws(FormFault) -> Change {
    let old = context.improvement(editing)
    if editing != nil, old == nil { throw FormContext.goneImprovement }
    if values.line("what").isEmpty {
      throw FormFault(field: "what", message: "Write what you will do differently.")
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
      old == nil ? "add a change for next time" : "edit a change for next time",
      store(old.map(Entity.improvement), .improvement(it)))
  }

  func testedForm(_ improvement: ID, _ context: FormContext) -> Form {
    let it = context.improvement(improvement)
    let rounds = (context.dossier?.interviews ?? []).filter {
      [.held, .undated].contains(context.dossier?.standing($0, now: context.now))
    }.map {
      Choice(id: $0.id.text, title: "round \($0.round), \($0.kind.label)")
    }
    return Form(
      title: "Tested, and closed",
      fields: [
        FormField(id: "change", label: "The change", kind: .note(it?.what ?? "")),
        FormField(
          id: "proof", label: it?.isLearning == true ? "The proof" : "It was to show", kind: .line,
          value: it?.proof ?? ""),
        FormField(
          id: "testedBy", label: "Tested in",
          kind: .choice([Choice(id: "", title: "no interview")] + rounds),
          value: rounds.last?.id ?? ""),
        FormField(
          id: "outcome", label: "What it showed", kind: .line,
          hint: "also when it did not help: that is a result", required: true,
          value: it?.outcome ?? ""),
      ], submitTitle: "Close it")
  }

  func saveTested(
    _ improvement: ID, _ values: FormValues, _ context: FormContext
  ) throws(FormFault) -> Change {
    guard let old = context.improvement(improvement) else { throw FormContext.goneImprovement }
    var it = old
    it.state = .done
    it.proof = values.line("proof")
    it.outcome = values.line("outcome")
    let round = values.line("testedBy")
    it.testedBy = round.isEmpty ? nil : ID(round)
    if let fault = it.fault {
      throw FormFault(field: it.outcome.isEmpty ? "outcome" : "proof", message: fault)
    }
    return Change(
      "close a tested change", [.update(from: .improvement(old), to: .improvement(it))])
  }

  func droppedForm(_ improvement: ID, _ context: FormContext) -> Form {
    Form(
      title: "Drop the change",
      fields: [
        FormField(
          id: "change", label: "The change",
          kind: .note(context.improvement(improvement)?.what ?? "")),
        FormField(
          id: "outcome", label: "Why", kind: .line, hint: "so that it is not taken up again",
          required: true),
      ], submitTitle: "Drop it")
  }

  func saveDropped(
    _ improvement: ID, _ values: FormValues, _ context: FormContext
  ) throws(FormFault) -> Change {
    guard let old = context.improvement(improvement) else { throw FormContext.goneImprovement }
    if values.line("outcome").isEmpty {
      throw FormFault(field: "outcome", message: "Write why it is dropped.")
    }
    var it = old
    it.state = .dropped
    it.outcome = values.line("outcome")
    return Change("drop a change", [.update(from: .improvement(old), to: .improvement(it))])
  }

  /// What one of the three things leads on to, before the user changes it (A46, A86, A105).
  static func improvement(
    from reply: ID, thing: Int, _ gap: Feedback.Gap, _ context: FormContext
  ) -> Improvement? {
    guard let dossier = context.dossier,
      let it = dossier.feedback.first(where: { $0.id == reply }), it.three.indices.contains(thing)
    else { return nil }
    let text = it.three[thing].text
    var made = Improvement(
      id: it.id, application: dossier.application.id, recorded: context.now)
    switch gap {
    case .lacking:
      made.what = "Learn: \(text)"
      made.area = .skills
      made.effort = .medium
      made.learning = true
    case .shownWeakly:
      made.what = "Show it with an example: \(text)"
      made.area = .presentation
    case .notAsked:
      made.what = "Show it with an example, unasked: \(text)"
      made.area = .presentation
    }
    return made
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
    field: "what", message: "This change is not at hand; open it from the list again.")
}
