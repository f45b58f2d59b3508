import DisclosureControl
import Testing

struct SuppressionTests {
    private func table(_ states: [String: Cell.State]) throws -> LinkedTables {
        let values = ["a": 2, "b": 9, "c": 20, "all": 31]
        return try LinkedTables(
            cells: values.map {
                Cell(
                    $0.key, value: $0.value, isUnsafe: $0.value < 5, cost: $0.value,
                    state: states[$0.key] ?? .open)
            }, relations: [.sum(of: ["a", "b", "c"], is: "all")])
    }

    @Test func `the cheapest cell is hidden beside an unsafe one`() throws {
        let protection = try Suppression().protection(of: table([:]))
        #expect(protection.hidden == ["a", "b"])
        #expect(protection.complementary == ["b"])
        #expect(protection.method == .exact)
    }

    @Test func `a cell published before is not hidden`() throws {
        let protection = try Suppression().protection(of: table(["b": .publishedBefore]))
        #expect(protection.hidden == ["a", "c"])
    }

    @Test func `a cell hidden before stays hidden and serves the others`() throws {
        let protection = try Suppression().protection(of: table(["c": .hiddenBefore]))
        #expect(protection.hidden == ["a", "c"])
        #expect(protection.complementary == [])
    }

    @Test func `a cell whose margin and neighbours are out is named as lost`() throws {
        let states: [String: Cell.State] = [
            "b": .publishedBefore, "c": .publishedBefore, "all": .publishedBefore,
        ]
        #expect(throws: SuppressionFault.cannotProtect(cells: ["a"])) {
            try Suppression().protection(of: table(states))
        }
    }

    @Test func `an unsafe cell that was published before is named as lost`() throws {
        #expect(throws: SuppressionFault.cannotProtect(cells: ["a"])) {
            try Suppression().protection(of: table(["a": .publishedBefore]))
        }
    }

    @Test func `a cell that belongs to no table is not hidden but used by the attacker`() throws {
        let tables = try LinkedTables(
            cells: [
                Cell("known", value: 30), Cell("left out", value: 3, state: .never),
                Cell("all", value: 33),
            ], relations: [.sum(of: ["known", "left out"], is: "all")])
        let protection = try Suppression().protection(of: tables)
        #expect(protection.hidden == [])
    }

    @Test func `the order in which cells are given does not matter`() throws {
        var random = RandomTables(number: 6001)
        let tables = try random.next(6001)
        let turned = try LinkedTables(
            cells: tables.cells.reversed(), relations: tables.relations)
        #expect(
            try Suppression().protection(of: tables) == Suppression().protection(of: turned))
    }

    @Test func `what was chosen for other tables changes no choice`() throws {
        var memory = ChoiceMemory()
        for number in 6100..<6140 {
            var random = RandomTables(number: number)
            let tables = try random.next(number)
            let alone = try Suppression().protection(of: tables)
            // The second time every part of the tables is remembered.
            for _ in 1...2 {
                let again = try Suppression().protection(of: tables, remembering: &memory)
                #expect(again == alone)
            }
        }
    }

    @Test func `what is asked for the hidden cells alone is what is chosen with all bounds`() throws
    {
        for number in 6200..<6260 {
            var random = RandomTables(number: number)
            let tables = try random.next(number)
            var memory = ChoiceMemory()
            let hidden = try Suppression().hidden(of: tables, remembering: &memory)
            #expect(try hidden == Set(Suppression().protection(of: tables).hidden))
        }
    }

    @Test func `cells for which no choice is safe are named whichever way is asked`() throws {
        let states: [String: Cell.State] = [
            "b": .publishedBefore, "c": .publishedBefore, "all": .publishedBefore,
        ]
        var memory = ChoiceMemory()
        #expect(throws: SuppressionFault.cannotProtect(cells: ["a"])) {
            try Suppression().hidden(of: table(states), remembering: &memory)
        }
    }

    /// Begins with the last.
    private struct Backwards: Workers {
        func map<Element: Sendable, Value: Sendable>(
            _ elements: [Element], _ make: @Sendable (Element) -> Value
        ) -> [Value] {
            elements.reversed().map { make($0) }.reversed()
        }
    }

    @Test func `the order in which workers choose changes no choice`() throws {
        for number in 6200..<6240 {
            var random = RandomTables(number: number)
            let tables = try random.next(number)
            var memory = ChoiceMemory()
            let protection = try Suppression()
                .protection(of: tables, remembering: &memory, by: Backwards())
            #expect(try protection == Suppression().protection(of: tables))
        }
    }

    @Test func `a choice is remembered for the rules that it was made by`() throws {
        var memory = ChoiceMemory()
        _ = try Suppression(threshold: 3).protection(of: table([:]), remembering: &memory)
        let protection = try Suppression(threshold: 10)
            .protection(of: table([:]), remembering: &memory)
        #expect(try protection == Suppression(threshold: 10).protection(of: table([:])))
    }

    @Test func `what cannot be protected is told again`() throws {
        let tables = try table(["a": .publishedBefore])
        var memory = ChoiceMemory()
        for _ in 1...2 {
            var fault: SuppressionFault?
            do throws(SuppressionFault) {
                _ = try Suppression().protection(of: tables, remembering: &memory)
            } catch { fault = error }
            #expect(fault == .cannotProtect(cells: ["a"]))
        }
    }

    @Test func `values that do not add up are no tables`() throws {
        #expect(throws: LinkedTablesFault.relationDoesNotHold(cells: ["a", "b"])) {
            try LinkedTables(
                cells: [Cell("a", value: 2), Cell("b", value: 3)],
                relations: [.sum(of: ["a"], is: "b")])
        }
    }
}
