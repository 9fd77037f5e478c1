using System.Text;

namespace Azukari.Age.Tests;

public sealed class ArmorTests
{
    [Theory]
    [InlineData(1024, true)]
    [InlineData(1025, false)]
    public void White_space_around_has_a_limit(int blanks, bool accepted)
    {
        var text = Encoding.ASCII.GetString(AgeArmor.Encode([1, 2, 3]));
        var space = new string(' ', blanks);

        AssertAccepted(accepted, space + text);
        AssertAccepted(accepted, text + space);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(47)]
    [InlineData(48)]
    [InlineData(49)]
    [InlineData(96)]
    public void Every_length_comes_back(int size)
    {
        var file = Sizes.Plaintext(size);
        Assert.Equal(file, AgeArmor.Decode(AgeArmor.Encode(file)));
    }

    private static void AssertAccepted(bool accepted, string text)
    {
        var bytes = Encoding.ASCII.GetBytes(text);
        if (accepted)
        {
            Assert.Equal([1, 2, 3], AgeArmor.Decode(bytes));
        }
        else
        {
            Assert.Equal(AgeFault.ArmorFailure, Assert.Throws<AgeException>(() => AgeArmor.Decode(bytes)).Fault);
        }
    }
}
