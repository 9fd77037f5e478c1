using Question = Azukari.Demo.City.CityDice.Question;

namespace Azukari.Demo.City;

/// <summary>Who lives with whom and was born when. The first of a household is its head and of age.</summary>
internal sealed class CityPopulation
{
    /// <summary>The day the city's data left the building; ages are of that day.</summary>
    public static readonly DateOnly Today = new(2026, 6, 21);

    private static readonly int[] SizePercentiles = [42, 70, 85, 96, 100];

    private readonly int[] _head;
    private readonly int[] _born;

    public CityPopulation(int people, CityDice dice)
    {
        (_head, _born, Dice) = (new int[people], new int[people], dice);
        for (var head = 0; head < people;)
        {
            var percent = dice.Throw(100, head, Question.HouseholdSize);
            var size = Math.Min(Array.FindIndex(SizePercentiles, limit => percent < limit) + 1, people - head);
            Settle(head, size);
            head += size;
        }
    }

    public CityDice Dice { get; }

    public int People => _head.Length;

    public int HeadOf(int person) => _head[person];

    public DateOnly BirthOf(int person) => DateOnly.FromDayNumber(_born[person]);

    public bool IsHead(int person) => _head[person] == person;

    public bool IsAdult(int person) => BirthOf(person).AddYears(18) <= Today;

    public bool HasFamily(int head) => head + 1 < People && _head[head + 1] == head;

    /// <summary>Exactly this many people in ascending order, at random; those who are preferred first, the rest only if they are too few.</summary>
    public int[] Choose(int count, CityDataset dataset, Func<int, bool> preferred)
    {
        var salt = CityCatalogue.All.ToList().IndexOf(dataset);
        var chosen = Enumerable.Range(0, People)
            .OrderBy(person => preferred(person) ? 0 : 1)
            .ThenBy(person => Dice.Throw(int.MaxValue, unchecked((person * 8) + salt), Question.Chosen))
            .Take(count)
            .ToArray();
        Array.Sort(chosen);
        return chosen;
    }

    private void Settle(int head, int size)
    {
        var headAge = 20 + Dice.Throw(72, head, Question.HeadAge);
        for (var person = head; person < head + size; person++)
        {
            var gap = Dice.Throw(20, person, Question.AgeGap);
            var age = (person - head) switch
            {
                0 => headAge,
                1 => Math.Max(20, headAge - 8 + gap),
                _ => Math.Max(0, headAge - 22 - gap),
            };
            _head[person] = head;
            _born[person] = Today.AddYears(-age).DayNumber - 1 - Dice.Throw(364, person, Question.Birthday);
        }
    }
}
