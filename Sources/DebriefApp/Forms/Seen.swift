import DebriefModel

/// What the person saw when they began to type: a form is saved from that, not from what another window
/// has stored since, so that the store can tell what was changed here from what was changed there.
extension FormContext {
  /// The context with some things as they were seen, and all others as they are now. What was deleted
  /// since is there again: to save it brings it back.
  func asSeen(_ seen: [Entity]) -> FormContext {
    guard !seen.isEmpty else { return self }
    var context = self
    for entity in seen { context.put(entity) }
    if let dossier = context.dossier, let wizard, dossier != self.dossier,
      let debrief = dossier.debriefs.first(where: { $0.id == wizard.debrief.id }),
      let list = content.checklists[debrief.fitted(to: dossier.status(now: now)).branch]
    {
      context.wizard = Wizard(
        list, dossier, debrief, others: content.checklists, now: now)
      context.wizard?.live = wizard.live
    }
    return context
  }

  private mutating func put(_ entity: Entity) {
    switch entity {
    case .person(let it):
      if let at = people.firstIndex(where: { $0.id == it.id }) {
        people[at] = it
      } else {
        people.append(it)
      }
      return
    case .profile(let it):
      if profile != nil || it != Profile() { profile = it }
      return
    case .resume(let it):
      if let at = resumes.firstIndex(where: { $0.resume?.id == it.id }) {
        resumes[at].resume = it
      } else {
        resumes.append(ResumeRecord(it, name: it.name))
      }
      return
    case .improvement(let it):
      if let at = carried.firstIndex(where: { $0.improvement.id == it.id }) {
        carried[at].improvement = it
      }
    // Whatever else there is belongs to an application.
    case .application, .interview, .event, .turn, .finding, .feedback, .debrief, .response, .letter,
      .forecast, .note, .preparation, .mark, .review:
      break
    }
    guard var here = dossier, entity.application == here.application.id else { return }
    switch entity {
    case .application(let it): here.application = it
    case .debrief(let it):
      // Its progress is counted from the answers there are: only the words are as they were seen.
      if let at = here.debriefs.firstIndex(where: { $0.id == it.id }) {
        here.debriefs[at].lesson = it.lesson
      }
    case .response(let it):
      if let at = here.responses.lastIndex(where: { $0.debrief == it.debrief && $0.item == it.item }
      ) {
        (here.responses[at].value, here.responses[at].skipped) = (it.value, it.skipped)
      } else if !it.id.text.isEmpty {
        here.responses.append(it)
      }
    default: here = entity.visit(Putting(dossier: here))
    }
    dossier = here
  }
}

/// Puts a thing into the list of its noun, in the place of what it was.
private struct Putting: NounVisitor {
  let dossier: Dossier

  func visit<N: Noun>(_ noun: N) -> Dossier {
    var next = dossier
    if let at = next[N.self].firstIndex(where: { $0.id == noun.id }) {
      next[N.self][at] = noun
    } else {
      next[N.self].append(noun)
    }
    return next
  }
}
