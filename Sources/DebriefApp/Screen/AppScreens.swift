import DebriefModel
import TUI

/// Going from one screen to another.
extension App {
  mutating func leave() -> [Effect] {
    isFinished = true
    // The sample of the tour does not stay behind as if it were somebody's own.
    if let tour = desk.tour, tour.hasSample, !tour.isChanged, !tour.isEnding {
      return [.undo, .quit]
    }
    return [.quit]
  }

  /// Whether one looks something up beside a question that is still asked.
  var isAside: Bool {
    guard screen == .review, review.isAside, !review.zoomed, !plain.isOn,
      let debrief = desk.folder?.wizard?.debrief
    else { return false }
    return debrief.closed == nil
  }

  mutating func back() -> [Effect] {
    switch screen {
    case .home:
      if home.filter.isEmpty { return leave() }
      home.showAll()
      return [.loadShelf(home.request(.top, size: desk.size))]
    case .page:
      screen = page.from
      return []
    case .review:
      if review.zoomed {
        review.zoomed = false
        return []
      }
      return toHome()
    }
  }

  /// To the first screen, with the bar on the application that was open.
  mutating func toHome() -> [Effect] {
    screen = .home
    let kept = keepTyped()
    home.wanted = desk.folder?.id
    close()
    (home.isStale, desk.due.isStale) = (false, false)
    return kept + [.loadShelf(home.refreshRequest(size: desk.size)), .loadAgenda]
  }

  /// Keeps a half-typed answer of the review that is being left, as a draft.
  private mutating func keepTyped() -> [Effect] {
    guard let draft = review.draft else { return [] }
    desk.drafts[draft.scope] = draft
    notice = Notice(text: "What you were typing is kept. {draft.resume} continues it.")
    return [.saveDraft(draft, then: .none)]
  }

  /// Puts the application that is open away.
  private mutating func close() {
    desk.folder = nil
    desk.record.forget()
    review = Review()
  }

  /// Shows the one page of the application on the desk.
  mutating func showPage() -> [Effect] {
    page = PageScreen(from: screen)
    screen = .page
    desk.find.put(nil, in: "")
    return []
  }

  /// Shows the page as it stood on an earlier day.
  mutating func earlier(_ dossier: Dossier?, _ day: Day, _ knownSince: Day?) {
    guard screen == .page, desk.folder?.id == dossier?.application.id || dossier == nil else {
      return
    }
    if let knownSince {
      notice = Notice(
        text:
          "Changes have only been tracked since \(knownSince.long), so this is how things were then."
      )
    }
    guard let dossier else {
      notice = Notice(text: "This application wasn't here yet on \(day.long).")
      return
    }
    (page.earlier, page.top) = (PageScreen.Earlier(dossier: dossier, day: day), 0)
  }

  /// Shows the review of the application on the desk, at a pane.
  mutating func showReview(_ pane: PaneID?) {
    screen = .review
    plain.isAtHub = false
    if let pane { review.focus(pane) }
  }

  /// A dossier came: it lies on the desk now, and what waited for it follows.
  mutating func opened(_ dossier: Dossier?, _ sequel: Sequel) -> [Effect] {
    guard let dossier else {
      if screen != .home {
        screen = .home
        close()
        notice = notice ?? Notice(text: "This application was deleted. {undo} brings it back.")
      }
      return []
    }
    var kept: [Effect] = []
    if desk.folder?.id == dossier.application.id {
      desk.folder?.replace(dossier)
    } else {
      kept = keepTyped()
      desk.folder = Folder(dossier)
      review = Review()
      if desk.opens == .lists, let debrief = dossier.debrief, debrief.closed == nil {
        review.focus(.findings)
      }
    }
    refresh()
    if let branch = desk.folder?.branch, desk.askedBranches.insert(branch).inserted {
      // Forms and panes need the checklist: read it first, then go on from here.
      return kept + [.loadContent(branch, then: sequel)]
    }
    return kept + sequel.done(&self) + earlierQuestions() + wantedReadings()
  }

  /// Reads the other checklists where something was answered that is no question of the one in use: it had ended
  /// differently then, and the question is shown in its words.
  mutating func earlierQuestions() -> [Effect] {
    guard desk.folder?.wizard?.hasStrangers == true else { return [] }
    return Branch.allCases.filter { desk.askedBranches.insert($0).inserted }.map {
      .loadContent($0)
    }
  }

  /// Works out again what follows from the dossier and the content.
  mutating func refresh() {
    let carried = desk.carried.filter { $0.improvement.application != desk.folder?.id }
    desk.folder?.refresh(desk.content, desk.refusals.value, carried: carried, now: desk.now)
    review.follow(desk)
  }

  /// Asks before the application on the desk is deleted.
  mutating func askToDelete() -> [Effect] {
    guard let dossier = desk.folder?.dossier else { return [] }
    overlays.append(
      ConfirmOverlay(
        question: "Delete \(dossier.application.company) and everything in it?",
        detail:
          "{undo} brings it back, even tomorrow. A private note ({review.private}) will be gone for good.",
        yes: [
          .effect(.apply(Recipe.delete(dossier))), .notice("Deleted. {undo} brings it back."),
        ]))
    return []
  }

  /// A debrief that rests since another day can be gone on with in one key (A6).
  mutating func offerToGoOn() -> [Effect] {
    guard let wizard = desk.folder?.wizard, wizard.debrief.resting, wizard.debrief.closed == nil,
      wizard.lastDay < desk.now.day, overlays.isEmpty
    else { return [] }
    let left = wizard.waiting + wizard.openRequired.count
    let questions = left == 1 ? "One question is left" : "\(left) questions are left"
    overlays.append(
      ConfirmOverlay(
        question: "Continue the debrief?",
        detail: "\(questions), and you can stop anytime. It can also wait.",
        yes: [.effect(.apply(wizard.rest(false, ids: &desk.ids, now: desk.now)))]))
    return []
  }

  // MARK: What is read

  /// Reads again what is shown, after a change of the store; `follow` is what else comes of it.
  mutating func reload(_ follow: [Effect] = []) -> [Effect] {
    desk.resumes.forget()
    (home.isStale, desk.due.isStale) = (true, true)
    desk.drill.forget()
    var effects: [Effect] = []
    if let id = desk.folder?.id, screen != .home { effects.append(.loadDossier(id)) }
    // Where the same application is read for what follows, it is read once.
    if follow.contains(where: { if case .loadDossier = $0 { true } else { false } }) {
      effects = []
    }
    effects += wantedHome()
    for overlay in overlays { effects += overlay.rereads(desk) }
    return effects + follow + wantedReadings()
  }

  /// Reads the list and what is due again once they can be seen: a change made in a review does not
  /// wait for them.
  mutating func wantedHome() -> [Effect] {
    guard screen == .home else { return [] }
    var effects: [Effect] = []
    if home.isStale {
      home.isStale = false
      effects.append(.loadShelf(home.refreshRequest(size: desk.size)))
    }
    return effects + desk.due.wanted() + (overlays.isEmpty ? home.wantsBeside(&desk) : [])
  }

  /// What is read only once it is looked at.
  mutating func wantedReadings() -> [Effect] {
    var effects: [Effect] = []
    for at in overlays.indices { effects += overlays[at].wants(&desk) }
    if screen == .review, desk.folder != nil { effects += review.wants(&desk) }
    if screen == .page, desk.folder != nil { effects += page.wants(&desk) }
    return effects
  }
}
