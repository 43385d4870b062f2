extension Turn.Delivery {
  /// As a page shows it.
  public var label: String {
    switch self {
    case .fresh: "off the cuff"
    case .prepared: "prepared"
    case .scripted: "sounded rehearsed"
    }
  }
}

extension Improvement.State {
  /// As a page shows it.
  public var label: String {
    switch self {
    case .open: "still to try"
    case .done: "tried"
    case .dropped: "dropped"
    }
  }
}

extension Turn.Part {
  /// As a page shows it.
  public var label: String {
    switch self {
    case .situation: "the situation"
    case .obstacle: "what was hard"
    case .action: "what you did"
    case .result: "how it ended"
    }
  }
}
