import pytest

from onrecord.resolve.areas import Area
from onrecord.resolve.extents import extents_of
from onrecord.resolve.geonames import City

TOWNS = (
    City("1", "Oldport", "XA", "XA.01", 10.0, 20.0, 9, ()),
    City("2", "Farley", "XA", "XA.01", 12.0, 24.0, 9, ()),
)


def region(**cells):
    return {"id": "reg:x", "countries": "", "within": "", **cells}


def middles(*areas, regions=()):
    return extents_of(TOWNS, areas, regions).middles


def test_an_area_without_a_box_has_the_extent_of_its_settlements():
    found = extents_of(TOWNS, (Area("XA.01", "Coast", (), None),), ())
    assert found.boxes["adm:XA.01"] == (20.0, 10.0, 24.0, 12.0)
    assert found.middles["adm:XA.01"] == (11.0, 22.0)


def test_the_centre_of_a_shape_goes_before_the_middle_of_its_box():
    area = Area("XA.01", "Coast", (), (20.0, 10.0, 24.0, 12.0), (10.5, 21.0))
    assert middles(area)["adm:XA.01"] == (10.5, 21.0)


def test_a_district_stands_where_the_town_of_its_name_does():
    district = Area("XA.01.5", "Farley District", (), None)
    assert middles(Area("XA.01", "Coast", (), None), district)["adm:XA.01.5"] == (12.0, 24.0)


def test_a_district_of_a_wide_province_is_not_put_into_its_middle():
    assert "adm:XA.01.6" not in middles(
        Area("XA.01", "Coast", (), None), Area("XA.01.6", "Nowhere", (), None)
    )


def test_a_district_of_a_small_province_is():
    small = Area("XA.01", "Coast", (), (20.0, 10.0, 21.0, 11.0))
    district = Area("XA.01.6", "Nowhere", (), None)
    assert middles(small, district)["adm:XA.01.6"] == middles(district, small)["adm:XA.01.6"] == (10.5, 20.5)


def test_a_region_lies_where_its_row_says_else_between_its_countries():
    assert middles(regions=(region(north="1", east="2"),))["reg:x"] == (1.0, 2.0)
    north, east = middles(regions=(region(countries="PT;ES"),))["reg:x"]
    assert (38, -9) < (north, east) < (41, -3)
    assert "reg:x" not in middles(regions=(region(),))


@pytest.mark.parametrize("iso", ["AF", "AU", "ML", "SY", "VN", "ID", "US", "CA", "FR"])
def test_the_middle_of_a_country_lies_inside_its_extent(iso):
    found = extents_of((), (), ())
    west, south, east, north = found.boxes[f"iso:{iso}"]
    assert west <= found.middles[f"iso:{iso}"][1] <= east
    assert south <= found.middles[f"iso:{iso}"][0] <= north
