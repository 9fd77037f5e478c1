namespace Azukari.Demo.City;

/// <summary>A throw depends only on seed, person and question: rows can be made in any order and are always the same.</summary>
internal readonly struct CityDice(int seed)
{
    /// <summary>0 to <paramref name="sides"/> - 1 (SplitMix64's finaliser over the three numbers).</summary>
    public int Throw(int sides, int subject, Question question)
    {
        unchecked
        {
            var mixed = ((ulong)(uint)seed * 0x9E37_79B9_7F4A_7C15) ^ ((ulong)(uint)subject << 8) ^ (ulong)question;
            mixed = (mixed + 0x9E37_79B9_7F4A_7C15) * 0xD134_2543_DE82_EF95;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58_476D_1CE4_E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D0_49BB_1331_11EB;
            return (int)(((mixed ^ (mixed >> 31)) >> 32) * (ulong)(uint)sides >> 32);
        }
    }

    public enum Question
    {
        HouseholdSize, HeadAge, AgeGap, Birthday, Gender, Surname, GivenName, Since, Town, Chome, Block, House, Flat, FlatNumber,
        Chosen, Levy, Accepted, Transfer, Undelivered, Bank, Branch, AccountType, AccountNumber,
    }
}
