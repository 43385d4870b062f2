import DebriefModel
import TUI

extension FormPurpose {
  /// The empty or prefilled form.
  func form(_ context: FormContext) -> Form {
    switch self {
    case .application(let id): applicationForm(id, context)
    case .outcome: outcomeForm(context)
    case .interview(_, let editing): interviewForm(editing, context)
    case .finding(_, let kind, let editing, let evidence):
      findingForm(kind, editing, evidence, context)
    case .ask: askForm(context)
    case .reply(_, let editing): replyForm(editing, context)
    case .turn(_, let editing): turnForm(editing, context)
    case .improvement(_, let editing): improvementForm(editing, context)
    case .call(_, let editing): callForm(editing, context)
    case .improvementFrom(_, let reply, let thing, let gap):
      improvementForm(
        nil, context, FormPurpose.improvement(from: reply, thing: thing, gap, context))
    case .tested(_, let it): testedForm(it, context)
    case .dropped(_, let it): droppedForm(it, context)
    case .answer(_, let item): answerForm(item, context)
    case .capture(let id): captureForm(id)
    case .preparation(_, let kind, let editing): preparationForm(kind, editing, context)
    case .person(let id): personForm(id, context)
    case .profile: profileForm(context)
    case .resume(let id, let name): resumeForm(id, name, context)
    case .forecast: forecastForm(context)
    case .promised: promisedForm(context)
    case .event(_, let editing): eventForm(editing, context)
    case .next(_, let live): nextForm(live, context)
    case .letter(_, let id): letterForm(id, context)
    case .letterSent(_, let id): letterSentForm(id, context)
    case .letterAnswered(_, let id): letterAnsweredForm(id, context)
    case .letterRelease(_, let id): letterReleaseForm(id, context)
    }
  }

  /// The change that saves the form.
  func change(
    _ values: [String: String], _ context: FormContext, ids: inout IDSource
  ) throws(FormFault) -> Change {
    let values = FormValues(values: values, now: context.now)
    switch self {
    case .application(let id): return try saveApplication(id, values, context, &ids)
    case .outcome(let id): return try saveOutcome(id, values, context, &ids)
    case .interview(let id, let editing):
      return try saveInterview(id, editing, values, context, &ids)
    case .finding(let id, let kind, let editing, let evidence):
      return try saveFinding(id, kind, editing, evidence, values, context, &ids)
    case .ask(let id): return try saveAsk(id, values, context, &ids)
    case .reply(let id, let editing), .call(let id, let editing):
      return try saveReply(id, editing, values, context, &ids)
    case .improvementFrom(let id, _, _, _):
      return try saveImprovement(id, nil, values, context, &ids)
    case .tested(_, let it): return try saveTested(it, values, context)
    case .dropped(_, let it): return try saveDropped(it, values, context)
    case .turn(let id, let editing): return try saveTurn(id, editing, values, context, &ids)
    case .improvement(let id, let editing):
      return try saveImprovement(id, editing, values, context, &ids)
    case .answer(_, let item): return try saveAnswer(item, values, context, &ids)
    case .capture(let id): return try saveCapture(id, values, context, &ids)
    case .preparation(let id, let kind, let editing):
      return try savePreparation(id, kind, editing, values, context, &ids)
    case .person(let id): return try savePerson(id, values, context, &ids)
    case .profile: return try saveProfile(values, context)
    case .resume(let id, _): return try saveResume(id, values, context, &ids)
    case .forecast(let id): return try saveForecast(id, values, context, &ids)
    case .promised(let id): return try savePromised(id, values, context, &ids)
    case .event(_, let editing): return try saveEvent(editing, values, context)
    case .next(_, let live): return try saveNext(live, values, context, &ids)
    case .letter(_, let id): return try saveLetter(id, values, context)
    case .letterSent(_, let id): return try saveLetterSent(id, values, context, &ids)
    case .letterAnswered(_, let id): return try saveLetterAnswered(id, values, context)
    case .letterRelease(_, let id): return try saveLetterRelease(id, values, context)
    }
  }

  /// The field the user's editor is for.
  var mainField: String {
    switch self {
    case .application: "notes"
    case .outcome: "words"
    case .interview: "notes"
    case .finding: "statement"
    case .ask: "from"
    case .reply, .call: "verbatim"
    case .tested, .dropped: "outcome"
    case .turn: "answer"
    case .improvement, .improvementFrom: "what"
    case .answer: "answer"
    case .capture: "text"
    case .preparation: "detail"
    case .person: "notes"
    case .profile: "goals"
    case .resume: "opening"
    case .forecast: "chance"
    case .promised: "words"
    case .event: "on"
    case .next: "what"
    case .letter: "text"
    case .letterSent, .letterAnswered: "on"
    case .letterRelease: "why"
    }
  }
}

/// Choices from the cases of an enum.
func choices<T: CaseIterable & RawRepresentable>(
  _ type: T.Type, _ label: (T) -> String
) -> [Choice] where T.RawValue == String {
  T.allCases.map { Choice(id: $0.rawValue, title: label($0)) }
}

/// The operation that stores a thing: an insert, or an update when there was one before.
func store(_ old: Entity?, _ new: Entity) -> [Change.Operation] {
  guard let old else { return [.insert(new)] }
  return old == new ? [] : [.update(from: old, to: new)]
}
