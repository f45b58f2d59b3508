import CLibXML2

/// What the tables ask of the elements at one path from the root; the names on it decide that.
struct XMLElementPlan {
    /// What an element is that is neither on the way to a record nor a field.
    enum Stranger {
        /// No matter.
        case none
        /// One that is called like the records of a table and stands elsewhere.
        case misplaced(table: Int)
        /// One among records.
        case unknown
    }

    /// A value to be read from an element.
    struct Task {
        let table: Int
        let column: Int
        /// The attribute that holds it, or `nil` for the element's text.
        let attribute: BoundName?
    }

    let name: BoundName
    /// The number of bytes of the local name.
    let nameLength: Int
    /// The plan of the element around it.
    let parent: Int
    let depth: Int
    /// The tables whose path leads through the element.
    let tables: UInt64
    /// The tables whose records begin with the element.
    let records: UInt64
    /// The tables whose records are open within the element.
    let open: UInt64
    let stranger: Stranger
    /// The attributes that records below the element take, the attributes that records take that are
    /// open, and the columns that take its text, all among the tasks.
    let lent: Range<Int>
    let attributes: Range<Int>
    let texts: Range<Int>

    /// Whether anything but its end is to be done at the element's start.
    let isAsked: Bool

    /// The first element met within, the one met next within the element around, and the one met last.
    var firstChild = -1
    var next = -1
    var lastMet = -1
}

/// The plans of the paths of a file, each made when its first element is met.
///
/// Elements follow one another in the same order in one record after another, so the element to come is
/// mostly the one that came next the last time.
struct XMLElementPlans: ~Copyable {
    typealias Name = UnsafePointer<xmlChar>

    private struct Key: Hashable {
        let parent: Int
        let local: Name?
        let namespace: Name?
    }

    /// The plan of the file itself, around its root.
    static let file = 0
    /// How many plans are kept; a path met beyond that gets one for as long as its element is open.
    private static let kept = 10_000
    /// How many elements are looked at before their names are looked up.
    private static let near = 8

    private let sources: [XMLTable]
    private var tables: [BoundXMLTable] = []
    private var steps: [BoundXMLTable.PathStep] = []
    private var places: [Key: Int] = [:]
    /// The tables whose records are called like a name but for capitals, or -1.
    private var lookalikes: [Name: Int] = [:]
    private var plans: UnsafeMutablePointer<XMLElementPlan>
    private var count = 1
    private var capacity = 64
    private var tasks: [XMLElementPlan.Task] = []

    init(_ sources: [XMLTable]) {
        self.sources = sources
        plans = .allocate(capacity: capacity)
        plans.initialize(
            to: XMLElementPlan(
                name: BoundName(local: nil, namespace: nil), nameLength: 0, parent: -1, depth: -1,
                tables: ~0, records: 0, open: 0, stranger: .none, lent: 0..<0, attributes: 0..<0,
                texts: 0..<0, isAsked: false))
    }

    deinit { plans.deallocate() }

    /// Looks the names of the tables up in the parser's own dictionary.
    mutating func bind(_ bound: (XMLName) -> BoundName) {
        tables = sources.map { BoundXMLTable($0, bound) }
        steps = sources.enumerated().flatMap { table, source in
            source.path.enumerated().map { depth, name in
                BoundXMLTable.PathStep(
                    table: 1 << UInt64(table), depth: depth, name: bound(name),
                    isLast: depth == source.path.count - 1)
            }
        }
    }

    /// Returns where a plan lies, until the next is asked for.
    @inline(__always)
    func plan(at place: Int) -> UnsafePointer<XMLElementPlan> { UnsafePointer(plans + place) }

    @inline(__always)
    func task(_ place: Int) -> XMLElementPlan.Task { tasks[place] }

    /// Returns the plan of an element within another.
    @inline(__always)
    mutating func plan(within parent: Int, local: Name?, namespace: Name?) -> Int {
        let around = plans + parent
        let last = around.pointee.lastMet
        var place = last < 0 ? -1 : plans[last].next
        if place < 0 { place = around.pointee.firstChild }
        if place >= 0, plans[place].name.local == local, plans[place].name.namespace == namespace {
            around.pointee.lastMet = place
            return place
        }
        return search(within: parent, local: local, namespace: namespace)
    }

    /// Forgets the plan of an element that is over, if it was made for it alone.
    @inline(__always)
    mutating func end(_ place: Int) {
        if place >= Self.kept { drop(place) }
    }

    private mutating func drop(_ place: Int) {
        tasks.removeSubrange(plans[place].lent.lowerBound...)
        count = place
    }

    private mutating func search(within parent: Int, local: Name?, namespace: Name?) -> Int {
        // Most often elements that may be left out are, or one comes again.
        var near = plans[parent].lastMet
        for _ in 0..<Self.near where near >= 0 {
            if plans[near].name.local == local, plans[near].name.namespace == namespace {
                plans[parent].lastMet = near
                return near
            }
            near = plans[near].next
        }
        let key = Key(parent: parent, local: local, namespace: namespace)
        if let place = places[key] {
            plans[parent].lastMet = place
            return place
        }
        let place = count
        if count == capacity { grow() }
        let name = BoundName(local: local, namespace: namespace)
        (plans + place).initialize(to: made(name, within: parent))
        count += 1
        guard place < Self.kept else { return place }
        places[key] = place
        if plans[parent].firstChild < 0 {
            plans[parent].firstChild = place
        } else {
            plans[place].next = plans[plans[parent].lastMet].next
            plans[plans[parent].lastMet].next = place
        }
        plans[parent].lastMet = place
        return place
    }

    private mutating func grow() {
        let larger = UnsafeMutablePointer<XMLElementPlan>.allocate(capacity: capacity * 2)
        larger.moveInitialize(from: plans, count: count)
        plans.deallocate()
        plans = larger
        capacity *= 2
    }

    // MARK: - Making a plan

    private mutating func made(_ name: BoundName, within parent: Int) -> XMLElementPlan {
        let around = plans[parent]
        let depth = around.depth + 1
        var onPath: UInt64 = 0
        var records: UInt64 = 0
        for step in steps
        where step.depth == depth && around.tables & step.table != 0 && step.name == name {
            onPath |= step.table
            if step.isLast { records |= step.table }
        }
        let fields = fields(name, within: parent)
        let first = tasks.count
        addLent(at: depth, by: onPath & ~records)
        let lent = first..<tasks.count
        // What an attribute adds to the text of a record must stand before the text that is being read.
        tasks += fields.filter { $0.attribute != nil }
        addOwn(of: records, inAttributes: true)
        let attributes = lent.upperBound..<tasks.count
        tasks += fields.filter { $0.attribute == nil }
        addOwn(of: records, inAttributes: false)
        let texts = attributes.upperBound..<tasks.count
        let isStrange = onPath == 0 && fields.isEmpty
        return XMLElementPlan(
            name: name, nameLength: name.local.map { Int(xmlStrlen($0)) } ?? 0, parent: parent,
            depth: depth, tables: onPath, records: records, open: around.open | records,
            stranger: isStrange ? stranger(name.local, within: around) : .none, lent: lent,
            attributes: attributes, texts: texts, isAsked: onPath != 0 || !fields.isEmpty)
    }

    /// Notes the attributes that records farther below take from an element on their path.
    private mutating func addLent(at depth: Int, by onPath: UInt64) {
        for (table, bound) in tables.enumerated() where onPath & 1 << UInt64(table) != 0 {
            for field in bound.ancestors
            where field.up > 0 && depth + field.up == sources[table].path.count - 1 {
                tasks.append(.init(table: table, column: field.column, attribute: field.attribute))
            }
        }
    }

    /// Notes the attributes of a record's element itself, or the columns that take its text.
    private mutating func addOwn(of records: UInt64, inAttributes: Bool) {
        for (table, bound) in tables.enumerated() where records & 1 << UInt64(table) != 0 {
            if inAttributes {
                for field in bound.ancestors where field.up == 0 {
                    tasks.append(
                        .init(table: table, column: field.column, attribute: field.attribute))
                }
            } else {
                for column in bound.ownText {
                    tasks.append(.init(table: table, column: column, attribute: nil))
                }
            }
        }
    }

    /// Returns what the records that are open around an element take from it.
    private func fields(_ name: BoundName, within parent: Int) -> [XMLElementPlan.Task] {
        let around = plans[parent]
        var found: [XMLElementPlan.Task] = []
        for (table, bound) in tables.enumerated() where around.open & 1 << UInt64(table) != 0 {
            let below = around.depth + 2 - sources[table].path.count
            if below == 1 {
                for field in bound.children where field.element == name {
                    found.append(
                        .init(table: table, column: field.column, attribute: field.attribute))
                }
                continue
            }
            for field in bound.descendants
            where field.steps.count == below && field.steps[below - 1] == name
                && isBelow(field.steps, parent)
            {
                found.append(
                    .init(table: table, column: field.column, attribute: field.attribute))
            }
        }
        return found
    }

    /// Whether the elements between a record and an element are those of a path.
    private func isBelow(_ steps: [BoundName], _ parent: Int) -> Bool {
        var place = parent
        for step in steps.dropLast().reversed() {
            guard plans[place].name == step else { return false }
            place = plans[place].parent
        }
        return true
    }

    /// Returns what an element is that is neither on the way to a record nor a field.
    private mutating func stranger(
        _ name: Name?, within around: XMLElementPlan
    ) -> XMLElementPlan.Stranger {
        guard let name, !tables.isEmpty else { return .none }
        let table = lookalike(of: name)
        if table >= 0 { return .misplaced(table: table) }
        return around.depth >= 0 && around.tables != 0 && around.open == 0 ? .unknown : .none
    }

    private mutating func lookalike(of name: Name) -> Int {
        if let known = lookalikes[name] { return known }
        let text = String(cString: name).lowercased()
        let table = sources.firstIndex { $0.path.last?.local.lowercased() == text } ?? -1
        // The parser keeps one copy of each name, and few names.
        lookalikes[name] = table
        return table
    }
}
