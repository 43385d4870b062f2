import DebriefModel

extension Mask {
  /// The dossier with stand-ins in every field that holds words. Ids, days and marks stay: they name
  /// nobody.
  public func dossier(_ dossier: Dossier) -> Dossier {
    MaskFields(text: text, link: link).dossier(dossier)
  }
}

/// Every field of a dossier that holds words, in one place.
struct MaskFields {
  /// What becomes of a text, and of a link.
  let text: (String) -> String
  let link: (String) -> String

  /// Shows every text.
  static func visit(_ dossier: Dossier, _ show: @escaping (String) -> Void) {
    let look: (String) -> String = {
      show($0)
      return $0
    }
    _ = MaskFields(text: look, link: look).dossier(dossier)
  }

  func dossier(_ dossier: Dossier) -> Dossier {
    var it = dossier
    it.application = application(it.application)
    it.people = it.people.map(person)
    edit(&it.interviews) {
      $0.dressExpected = text($0.dressExpected)
      $0.dressWorn = text($0.dressWorn)
      $0.notes = text($0.notes)
    }
    edit(&it.events) { $0.words = text($0.words) }
    edit(&it.turns) {
      $0.question = text($0.question)
      $0.answer = text($0.answer)
      $0.prepared = text($0.prepared)
      $0.better = text($0.better)
    }
    edit(&it.findings) {
      $0.statement = text($0.statement)
      $0.rival = $0.rival.map(text)
    }
    edit(&it.feedback) { entry in
      entry.from = text(entry.from)
      entry.verbatim = text(entry.verbatim)
      entry.qualification = text(entry.qualification)
      entry.aspect = text(entry.aspect)
      entry.fit = text(entry.fit)
      entry.comparison = text(entry.comparison)
      edit(&entry.three) {
        $0.text = text($0.text)
        $0.example = $0.example.map(text)
      }
    }
    edit(&it.debriefs) { $0.lesson = text($0.lesson) }
    edit(&it.responses) {
      $0.value = text($0.value)
      $0.skipped = text($0.skipped)
    }
    edit(&it.improvements) {
      $0.what = text($0.what)
      $0.place = text($0.place)
      $0.proof = text($0.proof)
      $0.options = $0.options.map(text)
      $0.cost = $0.cost.map(text)
      $0.outcome = text($0.outcome)
    }
    edit(&it.letters) {
      $0.subject = text($0.subject)
      $0.text = text($0.text)
      $0.override = $0.override.map(text)
    }
    edit(&it.notes) { $0.text = text($0.text) }
    edit(&it.preparations) {
      $0.text = text($0.text)
      $0.detail = text($0.detail)
    }
    return it
  }

  private func application(_ old: Application) -> Application {
    var it = old
    it.company = text(it.company)
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
    it.name = text(it.name)
    it.company = text(it.company)
    it.email = text(it.email)
    it.phone = text(it.phone)
    it.notes = text(it.notes)
    return it
  }

  private func edit<T>(_ list: inout [T], _ change: (inout T) -> Void) {
    for i in list.indices { change(&list[i]) }
  }
}
