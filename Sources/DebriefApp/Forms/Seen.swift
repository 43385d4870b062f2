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
      let list = content.checklists[debrief.branch]
    {
      context.wizard = Wizard(list, dossier, debrief, now: now)
      context.wizard?.live = wizard.live
    }
    return context
  }

  private mutating func put(_ entity: Entity) {
    func put<T>(_ it: T, _ list: inout [T], _ id: KeyPath<T, ID>) {
      if let at = list.firstIndex(where: { $0[keyPath: id] == it[keyPath: id] }) {
        list[at] = it
      } else {
        list.append(it)
      }
    }
    switch entity {
    case .person(let it):
      put(it, &people, \.id)
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
    default: break
    }
    guard var here = dossier, entity.application == here.application.id else { return }
    switch entity {
    case .application(let it): here.application = it
    case .interview(let it): put(it, &here.interviews, \.id)
    case .event(let it): put(it, &here.events, \.id)
    case .turn(let it): put(it, &here.turns, \.id)
    case .finding(let it): put(it, &here.findings, \.id)
    case .feedback(let it): put(it, &here.feedback, \.id)
    case .improvement(let it): put(it, &here.improvements, \.id)
    case .letter(let it): put(it, &here.letters, \.id)
    case .preparation(let it): put(it, &here.preparations, \.id)
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
    default: break
    }
    dossier = here
  }
}
