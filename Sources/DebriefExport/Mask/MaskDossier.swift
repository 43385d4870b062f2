import DebriefModel

extension Mask {
  /// The dossier with stand-ins in every field that holds words. Days and marks stay: they name
  /// nobody; an id stays unless it spells a name.
  public func dossier(_ dossier: Dossier) -> Dossier {
    MaskFields(text: text, name: name, link: link, email: email, phone: phone, code: code, id: id)
      .dossier(
        dossier)
  }
}

/// Every field of a dossier that holds words, in one place.
struct MaskFields {
  /// What becomes of a text, of a name, of a link, of an address, of a number, of a code and of an id.
  let text: (String) -> String
  let name: (String) -> String
  let link: (String) -> String
  let email: (String) -> String
  let phone: (String) -> String
  let code: (String) -> String
  let id: (ID) -> ID

  /// Shows every text.
  static func visit(_ dossier: Dossier, _ show: @escaping (String) -> Void) {
    let look: (String) -> String = {
      show($0)
      return $0
    }
    let seeID: (ID) -> ID = {
      show($0.text)
      return $0
    }
    _ = MaskFields(
      text: look, name: look, link: look, email: look, phone: look, code: look, id: seeID
    ).dossier(
      dossier)
  }

  func dossier(_ dossier: Dossier) -> Dossier {
    var it = dossier
    it.application = application(it.application)
    it.people = it.people.map(person)
    edit(&it.interviews) {
      $0.id = id($0.id)
      $0.application = id($0.application)
      $0.people = $0.people.map(id)
      $0.dressExpected = text($0.dressExpected)
      $0.dressWorn = text($0.dressWorn)
      $0.notes = text($0.notes)
    }
    edit(&it.events) {
      $0.id = id($0.id)
      $0.application = id($0.application)
      $0.interview = $0.interview.map(id)
      $0.person = $0.person.map(id)
      $0.words = text($0.words)
    }
    edit(&it.turns) {
      $0.id = id($0.id)
      $0.application = id($0.application)
      $0.interview = $0.interview.map(id)
      $0.person = $0.person.map(id)
      $0.question = text($0.question)
      $0.answer = text($0.answer)
      $0.prepared = text($0.prepared)
      $0.better = text($0.better)
      $0.mark = code($0.mark)
    }
    edit(&it.findings) {
      $0.id = id($0.id)
      $0.application = id($0.application)
      $0.statement = text($0.statement)
      $0.reason = code($0.reason)
      $0.evidence = $0.evidence.map { Evidence($0.kind, id($0.id)) }
      $0.rival = $0.rival.map(text)
    }
    edit(&it.feedback, feedback)
    edit(&it.debriefs) {
      $0.id = id($0.id)
      $0.application = id($0.application)
      $0.lesson = text($0.lesson)
    }
    edit(&it.responses) {
      $0.id = id($0.id)
      $0.application = id($0.application)
      $0.debrief = id($0.debrief)
      $0.item = code($0.item)
      $0.value = text($0.value)
      $0.skipped = text($0.skipped)
    }
    edit(&it.improvements) {
      $0.id = id($0.id)
      $0.application = id($0.application)
      $0.debrief = $0.debrief.map(id)
      $0.testedBy = $0.testedBy.map(id)
      $0.what = text($0.what)
      $0.place = text($0.place)
      $0.proof = text($0.proof)
      $0.options = $0.options.map(text)
      $0.cost = $0.cost.map(text)
      $0.outcome = text($0.outcome)
    }
    edit(&it.letters) {
      $0.id = id($0.id)
      $0.application = id($0.application)
      $0.to = $0.to.map(id)
      $0.kind = code($0.kind)
      $0.subject = text($0.subject)
      $0.text = text($0.text)
      $0.override = $0.override.map(text)
    }
    edit(&it.forecasts) {
      $0.id = id($0.id)
      $0.application = id($0.application)
      $0.interview = $0.interview.map(id)
    }
    edit(&it.notes) {
      $0.id = id($0.id)
      $0.application = $0.application.map(id)
      $0.text = text($0.text)
    }
    edit(&it.preparations) {
      $0.id = id($0.id)
      $0.application = id($0.application)
      $0.text = text($0.text)
      $0.detail = text($0.detail)
    }
    edit(&it.marks) {
      $0.id = id($0.id)
      $0.application = id($0.application)
      $0.entry = code($0.entry)
    }
    return it
  }

  private func feedback(_ entry: inout Feedback) {
    entry.id = id(entry.id)
    entry.application = id(entry.application)
    entry.person = entry.person.map(id)
    entry.from = name(entry.from)
    entry.verbatim = text(entry.verbatim)
    entry.qualification = text(entry.qualification)
    entry.aspect = text(entry.aspect)
    entry.fit = text(entry.fit)
    entry.comparison = text(entry.comparison)
    edit(&entry.three) {
      $0.text = text($0.text)
      $0.reason = code($0.reason)
      $0.example = $0.example.map(text)
      $0.proof = $0.proof.map(id)
    }
  }

  private func application(_ old: Application) -> Application {
    var it = old
    it.id = id(it.id)
    it.company = name(it.company)
    it.role = text(it.role)
    it.channelAsked = text(it.channelAsked)
    it.channelUsed = text(it.channelUsed)
    it.link = link(it.link)
    it.payAsked = text(it.payAsked)
    it.payOffered = text(it.payOffered)
    it.payUsual = it.payUsual.map(text)
    it.industry = it.industry.map(text)
    it.resume = text(it.resume)
    it.notes = text(it.notes)
    return it
  }

  private func person(_ old: Person) -> Person {
    var it = old
    it.id = id(it.id)
    it.name = name(it.name)
    it.company = name(it.company)
    it.email = email(it.email)
    it.phone = phone(it.phone)
    it.notes = text(it.notes)
    return it
  }

  private func edit<T>(_ list: inout [T], _ change: (inout T) -> Void) {
    for i in list.indices { change(&list[i]) }
  }
}
