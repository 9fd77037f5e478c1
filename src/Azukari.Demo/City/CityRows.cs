using Question = Azukari.Demo.City.CityDice.Question;

namespace Azukari.Demo.City;

/// <summary>The rows of each dataset, one method a dataset.</summary>
internal sealed class CityRows(CityPopulation population, CityText text)
{
    private readonly CityDice _dice = population.Dice;

    public void Residents(int people)
    {
        for (var person = 0; person < people; person++)
        {
            var address = population.HeadOf(person);
            var town = _dice.Throw(CityPlaces.Towns.Length, address, Question.Town);
            Code(person).Next();
            Name(person, kana: false).Next();
            text.Text("000-"u8).Number(100 + town, 4).Next();
            Address(address, town).Next();
            text.Date(population.BirthOf(person)).Next();
            text.Text(IsWoman(person) ? "女"u8 : "男"u8).Next();
            text.Date(Since(person)).EndRow();
        }
    }

    public void Tax(int[] people)
    {
        foreach (var person in people)
            Code(person).Next().Number(_dice.Throw(10, person, Question.Levy) < 7 ? 5300 : 0).EndRow();
    }

    public void Households(int[] heads, int fiscalYear)
    {
        var opened = CityPopulation.Today.AddDays(fiscalYear == 2021 ? -140 : -20); // The counters opened in February for the one, in June for the other.
        for (var form = 0; form < heads.Length; form++)
        {
            var head = heads[form];
            var accepted = opened.AddDays(_dice.Throw(CityPopulation.Today.DayNumber - opened.DayNumber, head, Question.Accepted));
            var transferred = accepted.AddDays(10 + _dice.Throw(20, head, Question.Transfer));
            var undelivered = _dice.Throw(100, head, Question.Undelivered) < 4;

            Code(head).Next().Number(fiscalYear).Text("-"u8).Number(form + 1, 7).Next().Date(accepted).Next();
            if (undelivered)
                text.Text(CityPlaces.UndeliveredReasons[head % CityPlaces.UndeliveredReasons.Length]);
            text.Next();
            if (!undelivered && transferred <= CityPopulation.Today)
                text.Date(transferred);
            text.EndRow();
        }
    }

    public void Accounts(int[] people)
    {
        foreach (var person in people)
        {
            Code(person).Next();
            text.Number(900 + _dice.Throw(10, person, Question.Bank), 4).Next();
            text.Number(1 + _dice.Throw(300, person, Question.Branch), 3).Next();
            text.Text(CityPlaces.AccountTypes[_dice.Throw(CityPlaces.AccountTypes.Length, person, Question.AccountType)]).Next();
            text.Number(_dice.Throw(10_000_000, person, Question.AccountNumber), 7).Next();
            Name(person, kana: true).EndRow();
        }
    }

    /// <summary>Ten digits, different for every person: the factor shares no divisor with the modulus.</summary>
    private CityText Code(int person) => text.Number(1_000_000_000 + (person * 7_368_787L % 9_000_000_000));

    private bool IsWoman(int person) => _dice.Throw(2, person, Question.Gender) == 0;

    private CityText Name(int person, bool kana)
    {
        var surname = CityNames.Surnames[_dice.Throw(CityNames.Surnames.Length, population.HeadOf(person), Question.Surname)];
        var names = IsWoman(person) ? CityNames.WomenGiven : CityNames.MenGiven;
        var given = names[_dice.Throw(names.Length, person, Question.GivenName)];
        return kana
            ? text.Text(surname.Kana).Text(" "u8).Text(given.Kana)
            : text.Text(surname.Written).Text("　"u8).Text(given.Written);
    }

    private CityText Address(int household, int town)
    {
        text.Text("澪渡市"u8).Text(CityPlaces.Towns[town]).Text(CityPlaces.Chome[_dice.Throw(CityPlaces.Chome.Length, household, Question.Chome)]);
        text.Number(1 + _dice.Throw(40, household, Question.Block)).Text("番"u8).Number(1 + _dice.Throw(30, household, Question.House)).Text("号"u8);
        if (_dice.Throw(100, household, Question.Flat) >= 45)
            return text;

        var flat = _dice.Throw(CityPlaces.Flats.Length * 80, household, Question.FlatNumber);
        return text.Text("　"u8).Text(CityPlaces.Flats[flat % CityPlaces.Flats.Length]).Number((100 * (1 + (flat / 5 % 10))) + 1 + (flat / 50));
    }

    private DateOnly Since(int person)
    {
        var lived = CityPopulation.Today.DayNumber - population.BirthOf(person).DayNumber;
        return CityPopulation.Today.AddDays(-_dice.Throw(lived, person, Question.Since));
    }
}
