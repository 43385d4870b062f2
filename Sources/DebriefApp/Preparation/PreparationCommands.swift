import DebriefModel
import TUI

extension PreparationPane {
  static let commands: [Command] = [
    onItem("preparation.add", ["a"], "Add to this group", footer: "add") { _, item, folder, _ in
      item.kind.map { [.form(.preparation(folder.id, $0, editing: nil))] }
        ?? [.open(kindPicker(folder.id))]
    },
    onItem(
      "preparation.edit", ["e", "enter"], "Edit", footer: "edit",
      why: { item, _, _ in
        if case .teaching = item {
          return "That's from another application. {search} finds it."
        }
        return nil
      },
      does: { _, item, folder, desk in edit(item, folder, now: desk.now) }),
    onItem(
      "preparation.cycle", ["space"], "Check it off, or change its status", footer: "check off",
      why: { item, _, _ in
        item.entry?.kind == .fit
          ? "{preparation.rate} rates how well it fits, 1 to 5." : whyNoEntry(item)
      },
      does: { _, item, _, desk in
        guard let it = item.entry else { return [] }
        let next = it.cycled(on: desk.now.day)
        return [
          .effect(
            .apply(
              Change(
                "\(it.kind.one) marked \"\(Preparation.label(next.state, it.kind))\"",
                [.update(from: .preparation(it), to: .preparation(next))])))
        ]
      }),
    command(
      "preparation.bank", ["b"], "Add from the question bank", footer: "bank",
      why: { _, folder, _ in folder.bank.isEmpty ? "The question bank is empty." : nil },
      does: { pane, folder, desk in [.open(pane.bankPicker(folder, now: desk.now))] }),
    command(
      "preparation.posting", ["w"], "Add what the posting asks for, one key each",
      why: { _, folder, desk in
        if folder.dossier.application.posting?.isEmpty ?? true {
          return "There's no posting text yet. {review.application} has room for it."
        }
        return desk.content.postings.wanted(folder.dossier.application.posting ?? "").isEmpty
          ? "No requirements could be found in the posting. {preparation.add} adds one."
          : nil
      },
      does: { _, _, _ in [.open(PostingOverlay())] }),
    command(
      "preparation.morning", ["m"], "A list to check off on the morning of the interview",
      footer: "morning list",
      why: { _, folder, desk in
        MorningList(folder.dossier, carried: [], now: desk.now) == nil
          ? "No interview is coming up yet. {review.interview} adds one." : nil
      },
      does: { _, _, _ in [.open(MorningOverlay())] }),
    onItem(
      "preparation.weakness", ["-"], "Add what you missed to what didn't go well",
      footer: "weakness",
      why: { item, folder, desk in
        var ids = IDSource(seed: 0)
        guard let found = weakness(item, folder.dossier, ids: &ids, now: desk.now) else {
          return "This works for something you missed, have to drop, or couldn't back up."
        }
        let known = folder.dossier.findings.contains { $0.statement == found.statement }
        return known ? "That's already in what didn't go well. {review.findings} shows it." : nil
      },
      does: { _, item, folder, desk in
        guard let finding = weakness(item, folder.dossier, ids: &desk.ids, now: desk.now) else {
          return []
        }
        return [
          .effect(
            .apply(
              Change("added to what didn't go well from preparation", [.insert(.finding(finding))]))
          ),
          .notice("Added to what didn't go well. {review.findings} shows it."),
        ]
      }),
    onItem(
      "preparation.rate", ["r"], "Rate how well it fits, or how a line on your résumé held up",
      footer: "rate",
      why: { item, folder, desk in
        guard let it = item.entry, it.kind == .fit || it.kind == .claim else {
          return "You can rate points about fit and résumé claims. {find.word} finds one."
        }
        return it.kind == .claim && FitRules.rating(folder.dossier, now: desk.now) == .before
          ? "You'll know how that went after the interview." : nil
      },
      does: { _, item, folder, desk in
        guard let it = item.entry, let picker = ratePicker(it, folder.dossier, now: desk.now)
        else { return [] }
        return [.open(picker)]
      }),
    command(
      "preparation.fit", ["f"], "List what makes a good fit, for them and for you",
      why: { _, folder, _ in whyNoFit(folder) },
      does: { pane, folder, desk in
        guard
          let change = FitRules.standard(
            desk.content.bank, folder.dossier, ids: &desk.ids, now: desk.now)
        else { return [] }
        if case .insert(.preparation(let first))? = change.operations.first {
          pane.follow = first.id
        }
        return [.effect(.apply(change)), .notice("Added. {preparation.rate} rates one, 1 to 5.")]
      }),
    onItem(
      "preparation.delete", ["d"], "Delete", why: { item, _, _ in whyNoEntry(item) },
      does: { _, item, _, _ in
        guard let it = item.entry else { return [] }
        return [
          .effect(.apply(Change("\(it.kind.one) deleted", [.delete(.preparation(it))]))),
          .notice("Deleted. {undo} brings it back."),
        ]
      }),
  ]

  /// A command on the row under the bar.
  private static func onItem(
    _ name: String, _ keys: [String], _ title: String, footer: String? = nil,
    why: @escaping @Sendable (PreparationItem, Folder, Desk) -> String? = { _, _, _ in nil },
    does:
      @escaping @Sendable (inout PreparationPane, PreparationItem, Folder, inout Desk) -> [Request]
  ) -> Command {
    command(
      name, keys, title, footer: footer,
      why: { pane, folder, desk in pane.current.flatMap { why($0, folder, desk) } },
      does: { pane, folder, desk in pane.current.map { does(&pane, $0, folder, &desk) } ?? [] })
  }

  private static func whyNoEntry(_ item: PreparationItem) -> String? {
    item.entry == nil ? "There's nothing here yet. {preparation.add} adds something." : nil
  }

  private static func whyNoFit(_ folder: Folder) -> String? {
    let wanted = folder.bank.filter { $0.side == .fit }
    if wanted.isEmpty { return "The question bank has nothing about fit." }
    let known = folder.dossier.preparations.filter { $0.kind == .fit }.map(\.text)
    return wanted.allSatisfy { known.contains(where: $0.isAsked) }
      ? "It's all on your list. {preparation.rate} rates one." : nil
  }

  private static func edit(_ item: PreparationItem, _ folder: Folder, now: Moment) -> [Request] {
    switch item {
    case .entry(let it): return [.form(.preparation(folder.id, it.kind, editing: it.id))]
    case .heading(let kind): return [.form(.preparation(folder.id, kind, editing: nil))]
    case .channel, .pay: return [.form(.application(folder.id))]
    case .dress:
      let round = PreparationRules.round(folder.dossier, now: now)
      return [.form(.interview(folder.id, editing: round?.id))]
    case .teaching: return []
    }
  }

  private static func weakness(
    _ item: PreparationItem, _ dossier: Dossier, ids: inout IDSource, now: Moment
  ) -> Finding? {
    switch item {
    case .entry(let it): Recipe.weakness(it, dossier, ids: &ids, now: now)
    case .dress: Recipe.dressWeakness(dossier, ids: &ids, now: now)
    case .heading(.question): Recipe.fewQuestions(dossier, ids: &ids, now: now)
    case .teaching, .heading, .channel, .pay: nil
    }
  }

  private static func kindPicker(_ application: ID) -> PickerOverlay {
    PickerOverlay(
      "What do you want to add?",
      Preparation.Kind.allCases.map { kind in
        .init(kind.one) { _ in [.form(.preparation(application, kind, editing: nil))] }
      })
  }
}
