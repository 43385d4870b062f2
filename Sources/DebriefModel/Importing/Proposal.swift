/// What would be brought in, as sentences and changes: nothing of it is done before somebody says so.
public struct Proposal: Hashable, Sendable {
  /// One thing that would be brought in.
  public struct Entry: Hashable, Sendable {
    /// It in a sentence.
    public var sentence: String
    /// What else there is to say about it, each in a sentence.
    public var details: [String]
    /// What it does to the store.
    public var operations: [Change.Operation]
    /// Whether it would replace something that is there: it is only done where somebody asks for it.
    public var replaces = false

    /// Makes one.
    public init(
      _ sentence: String, details: [String] = [], _ operations: [Change.Operation]
    ) {
      (self.sentence, self.details, self.operations) = (sentence, details, operations)
    }
  }

  /// What undo calls it.
  public var title: String
  /// What would be brought in.
  public var entries: [Entry] = []
  /// What there is to say about all of it, such as what is left out.
  public var remarks: [String] = []

  /// A proposal of nothing yet.
  public init(title: String) { self.title = title }

  /// Everything it would do, or only the entries at some places. What an entry needs of one that is left
  /// out, such as the application it belongs to, comes along.
  public func change(_ chosen: Set<Int>? = nil) -> Change {
    var operations: [Change.Operation] = []
    var made: Set<ID> = []
    var left: [ID: Change.Operation] = [:]
    for at in entries.indices {
      for operation in entries[at].operations {
        if chosen?.contains(at) ?? true {
          if let owner = operation.entity.application, !made.contains(owner), let it = left[owner] {
            operations.append(it)
            made.insert(owner)
          }
          operations.append(operation)
          made.insert(operation.entity.id)
        } else if case .insert(.application(let it)) = operation {
          left[it.id] = operation
        }
      }
    }
    return Change(title, operations)
  }
}
