import DebriefModel

/// The words of the files, where they differ from those of the model.
enum Words {
  static let tiers: KeyValuePairs<String, Tier> = [
    "E0": .guess, "E1": .inference, "E2": .observed, "E3": .stated, "E4": .record,
  ]
  static let controls: KeyValuePairs<String, Control> = [
    "mine": .mine, "partly": .partly, "not-mine": .notMine,
  ]
  /// How an item is answered; which task it is stands in a key of its own.
  static let kinds: KeyValuePairs<String, Item.Kind> = [
    "yes-no": .yesNo, "scale": .scale, "sided": .sided, "count": .count, "choice": .choice,
    "line": .line, "text": .text, "date": .date, "ticks": .ticks,
    "task": .task(.close),
  ]
}
