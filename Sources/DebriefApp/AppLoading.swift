import DebriefModel
import TUI

/// What is read, and when: again after a change, and for the first time once it can be seen.
extension App {
  /// Reads again what is shown.
  mutating func reload() -> [Effect] {
    var effects: [Effect] = []
    resumes = nil
    if let review, screen != .home { effects.append(.loadDossier(review.dossier.application.id)) }
    home.isStale = true
    effects += wantedHome()
    effects += peopleEffects
    if let review, overlays.contains(where: { if case .improvements = $0 { true } else { false } })
    {
      effects.append(.loadImprovements(besides: review.dossier.application.id))
    }
    return effects + wantedResumes()
  }

  /// Reads the list and what is due again once they can be seen: a change made in a review does not
  /// wait for them.
  mutating func wantedHome() -> [Effect] {
    guard home.isStale else { return [] }
    let sorts = overlays.contains {
      switch $0 {
      case .inbox, .place: true
      default: false
      }
    }
    let lists = overlays.contains { if case .agenda = $0 { true } else { false } }
    guard screen == .home || sorts || lists else { return [] }
    home.isStale = false
    return [.loadShelf(home.refreshRequest(size: size)), .loadAgenda]
      + (sorts ? [.loadInbox] : [])
  }

  /// A dossier came: shows it, or what waited for it.
  mutating func opened(_ dossier: Dossier?) -> [Effect] {
    guard let dossier else {
      after = nil
      if screen != .home {
        screen = .home
        review = nil
        notice = notice ?? Notice(text: "This application is gone; {undo} brings it back.")
      }
      return []
    }
    if let effects = weighed(dossier) { return effects }
    let waiting = after
    after = nil
    if review?.dossier.application.id == dossier.application.id {
      review?.dossier = dossier
      review?.preparation.askedFor = false
      review?.live = nil
      review?.letters.askedFor = false
    } else {
      review = Review(dossier)
    }
    refreshReview()
    if let branch = review?.branch, asked.insert(branch).inserted {
      // Forms and panes need the checklist: read it first, then go on from here.
      after = waiting
      waitsForContent = true
      return [.loadContent(branch)]
    }
    switch waiting {
    case .page?:
      pageFrom = screen
      pageTop = 0
      screen = .page
    case .form(let purpose)?:
      if purpose.kind.isAnswer { screen = .review }
      open(purpose)
    case .review(let pane)?:
      screen = .review
      if let pane { review?.focus(pane) }
      offerToGoOn()
    case .hit(let kind, let id)?:
      screen = .review
      if let pane = kind.pane { review?.focus(pane) }
      review?.show(kind, id)
    case .delete?:
      overlays.append(
        .confirm(
          ConfirmOverlay(
            question: "Delete \(dossier.application.company) and all that belongs to it?",
            detail:
              "{undo} brings it back, also tomorrow; a private note ({review.private}) is gone for good.",
            yes: .apply(Recipe.delete(dossier)))))
    case .sort(let note)?: return sorted(note, .turn, dossier.application.id)
    case .weigh?: after = waiting
    case nil: break
    }
    return wantedReadings()
  }

  /// A debrief that rests since another day can be gone on with in one key (A6).
  private mutating func offerToGoOn() {
    guard let wizard = review?.wizard, wizard.debrief.resting, wizard.debrief.closed == nil,
      wizard.lastDay < now.day, overlays.isEmpty
    else { return }
    let left = wizard.waiting + wizard.openRequired.count
    let questions = left == 1 ? "One question is left" : "\(left) questions are left"
    overlays.append(
      .confirm(
        ConfirmOverlay(
          question: "Go on with the debrief?",
          detail: "\(questions), and it can be stopped at any of them. n leaves it at rest.",
          yes: .apply(wizard.rest(false, ids: &ids, now: now)))))
  }

  /// What is read only once it is looked at.
  mutating func wantedReadings() -> [Effect] {
    wantedTeachings() + wantedHedges() + wantedResumes() + wantedLive() + wantedLetterDesk()
  }

  /// Asks for what other applications taught when the pane that shows it is in use.
  private mutating func wantedTeachings() -> [Effect] {
    guard screen == .review, let it = review, it.focus == .preparation, !it.preparation.askedFor
    else { return [] }
    review?.preparation.askedFor = true
    return [.loadTeachings(it.dossier.application.id)]
  }

  /// Asks for the words that are marked in answers, where there is an answer to mark them in.
  private func wantedHedges() -> [Effect] {
    guard screen == .review, hedges == nil, let it = review else { return [] }
    let isSeen =
      switch it.focus {
      case .script: it.dossier.turns.contains { !$0.prepared.isEmpty || !$0.better.isEmpty }
      case .preparation:
        it.dossier.preparations.contains { $0.kind == .answer && !$0.detail.isEmpty }
      default: false
      }
    return isSeen ? [.loadHedges] : []
  }

  /// Asks for the applications that are still open where the debrief comes to its end (A8).
  private func wantedLive() -> [Effect] {
    guard screen == .review, let it = review, it.live == nil
    else { return [] }
    let isTyping = overlays.contains {
      if case .form(let form) = $0 { form.purpose.kind.readsLive } else { false }
    }
    let item = it.checklist.entry(it.wizard)?.item
    guard isTyping || item?.id == LiveApplication.item || item?.kind == .task(.close) else {
      return []
    }
    return [.loadLive(besides: it.dossier.application.id)]
  }
}
